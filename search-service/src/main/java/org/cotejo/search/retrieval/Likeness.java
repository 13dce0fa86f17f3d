package org.cotejo.search.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/**
 * Which words of a text count as a term although they are spelt otherwise: by the same bounds as
 * the index has them, so that what it found can be shown.
 */
public final class Likeness {
  /** Shorter words must be met exactly; one letter of four is too much. */
  public static final int SHORTEST_MISSPELT = 5;

  /** From here on two letters may differ. */
  public static final int SHORTEST_TWICE_MISSPELT = 9;

  private static final int LONGEST_ENDING = 3;
  private static final int SHORTEST_STEM = 3;

  private Likeness() {}

  /** Letters of a word that may differ when the query does not say how many. */
  public static int edits(String word) {
    int length = word.codePointCount(0, word.length());
    return length < SHORTEST_MISSPELT ? 0 : length < SHORTEST_TWICE_MISSPELT ? 1 : 2;
  }

  /** The places in a text of the words that are spelt nearly as a term. */
  public static List<Marks.Range> misspelt(String text, String term, int edits) {
    List<String> words = Folding.words(term).map(word -> Folding.fold(word.group())).toList();
    return Folding.words(text)
        .filter(
            found ->
                words.stream().anyMatch(word -> near(Folding.fold(found.group()), word, edits)))
        .map(Likeness::range)
        .toList();
  }

  /**
   * Whether two words may be forms of one, as a stemmer takes them: they share all but the last
   * three letters of the shorter, and at least its first three.
   */
  public static boolean formsOfOne(String one, String other) {
    String first = Folding.fold(one);
    String second = Folding.fold(other);
    int shorter = Math.min(first.length(), second.length());
    int needed = Math.min(shorter, Math.max(SHORTEST_STEM, shorter - LONGEST_ENDING));
    return shorter > 0 && first.regionMatches(0, second, 0, needed);
  }

  /** Whether a phrase has a word that is long enough to be known when it is misspelt. */
  public static boolean mayBeMisspelt(Query.Phrase phrase) {
    return Folding.words(phrase.text()).anyMatch(word -> edits(word.group()) > 0);
  }

  /** The places in a text of the words of a phrase, spelt nearly so and standing together. */
  public static List<Marks.Range> misspelt(String text, Query.Phrase phrase) {
    List<String> words =
        Folding.words(phrase.text()).map(word -> Folding.fold(word.group())).toList();
    List<MatchResult> there = Folding.words(text).toList();
    List<Marks.Range> ranges = new ArrayList<>();
    for (int first = 0; first < there.size(); first++) {
      int window = Math.min(there.size(), first + words.size() + phrase.apart());
      List<MatchResult> here = there.subList(first, window);
      List<MatchResult> met = met(words, here);
      if (met.size() == words.size() && met.getFirst().equals(here.getFirst())) {
        met.forEach(word -> ranges.add(range(word)));
      }
    }
    return new Marks(text, List.of()).with(new Marks(text, ranges)).ranges();
  }

  /** The first word for each of those asked for, in their order. */
  private static List<MatchResult> met(List<String> words, List<MatchResult> here) {
    List<MatchResult> met = new ArrayList<>();
    for (MatchResult word : here) {
      if (met.size() < words.size()) {
        String asked = words.get(met.size());
        if (near(Folding.fold(word.group()), asked, edits(asked))) {
          met.add(word);
        }
      }
    }
    return met;
  }

  private static boolean near(String found, String word, int edits) {
    return Math.abs(found.length() - word.length()) <= edits
        && !found.isEmpty()
        && found.charAt(0) == word.charAt(0)
        && Spelling.distance(found, word) <= edits;
  }

  private static Marks.Range range(MatchResult word) {
    return new Marks.Range(word.start(), word.end());
  }
}
