package org.cotejo.search.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words as an eye sees them that cannot tell like letters apart: all readings of one row of marks
 * have the same shape, however many of its letters were taken for others and wherever they stand.
 * Letters that tell endings apart, as a and o do, are kept apart.
 */
public final class LetterShapes {
  /** A shorter shape stands for too many words. */
  public static final int SHORTEST = 4;

  /** Letters that recognition takes for each other, each with the one that stands for all. */
  private static final Map<Character, Character> LIKE =
      Map.ofEntries(
          Map.entry('1', 'i'),
          Map.entry('l', 'i'),
          Map.entry('|', 'i'),
          Map.entry('!', 'i'),
          Map.entry('0', 'o'),
          Map.entry('c', 'e'),
          Map.entry('5', 's'),
          Map.entry('u', 'n'),
          Map.entry('h', 'b'),
          Map.entry('6', 'b'),
          Map.entry('8', 'b'),
          Map.entry('q', 'g'),
          Map.entry('9', 'g'),
          Map.entry('y', 'v'),
          Map.entry('f', 't'));

  private static final Pattern WRITTEN = Pattern.compile("\\S+");
  private static final int GRAM = 3;

  private LetterShapes() {}

  /** The words of a text between spaces, with their places, without marks before and behind. */
  public static List<MatchResult> words(String text) {
    return WRITTEN.matcher(text).results().filter(word -> !of(word.group()).isEmpty()).toList();
  }

  /** The shape of a word; empty when it has no letters. */
  public static String of(String word) {
    StringBuilder shape = new StringBuilder(word.length());
    for (char letter : Folding.fold(word).toCharArray()) {
      char like = LIKE.getOrDefault(letter, letter);
      if (Character.isLetterOrDigit(like)) {
        shape.append(like);
      }
    }
    // Two letters that are taken for one: rn and m, cl and d, li and h.
    return shape.toString().replace("rn", "m").replace("ei", "d").replace("ii", "b");
  }

  /** The threes of letters of a shape, with its beginning and its end. */
  public static Set<String> grams(String shape) {
    String bounded = "_" + shape + "_";
    Set<String> grams = new TreeSet<>();
    for (int start = 0; start + GRAM <= bounded.length(); start++) {
      grams.add(bounded.substring(start, start + GRAM));
    }
    return grams;
  }

  /** The places of the words of a text that have the shape of a term, one behind the other. */
  public static List<Marks.Range> like(String text, String term) {
    List<String> shapes = words(term).stream().map(word -> of(word.group())).toList();
    List<MatchResult> there = words(text);
    List<Marks.Range> ranges = new ArrayList<>();
    for (int first = 0; first + shapes.size() <= there.size(); first++) {
      List<MatchResult> here = there.subList(first, first + shapes.size());
      if (here.stream().map(word -> of(word.group())).toList().equals(shapes)) {
        here.forEach(word -> ranges.add(range(word)));
      }
    }
    return new Marks(text, List.of()).with(new Marks(text, ranges)).ranges();
  }

  /** The places of the words of a text that share enough threes of letters with a word. */
  public static List<Marks.Range> near(String text, String term) {
    Set<String> wanted = grams(of(term));
    return words(text).stream()
        .filter(word -> shared(wanted, grams(of(word.group()))) >= least(wanted.size()))
        .map(LetterShapes::range)
        .toList();
  }

  /** How many of so many threes of letters must be there: six of ten. */
  public static int least(int grams) {
    return (grams * 6 + 9) / 10;
  }

  private static long shared(Set<String> wanted, Set<String> there) {
    return wanted.stream().filter(there::contains).count();
  }

  private static Marks.Range range(MatchResult word) {
    int start = word.start();
    int end = word.end();
    while (start < end && !Character.isLetterOrDigit(word.group().charAt(start - word.start()))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(word.group().charAt(end - word.start() - 1))) {
      end--;
    }
    return new Marks.Range(start, end);
  }
}
