package org.cotejo.translation.collation;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the names of a side from its other words: capital letters inside sentences, never written
 * small in the document. German writes all nouns so; there only a word that the other side has in
 * like form is a name.
 */
final class Names {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
  private static final Pattern OPENS =
      Pattern.compile(
          "(?:^|[.?!:;\u2026\"\u201c\u201d\u201e\u00ab\u00bb(\\[\u00bf\u00a1\u2014\u2013*_\u2018]|--|- )\\s*$");
  // Behind Dr., Mr. or an initial stands a name and no new sentence.
  private static final Pattern SHORTENED =
      Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Lu}\\p{L}{0,2}\\.\\s?$");
  private static final Pattern ENDING = Pattern.compile("(?<=.{4})(?:en|es|er|em|e|n|s)$");
  private static final int SHORTEST = 3;
  private static final int SHORTEST_RELATIVE = 4;
  // So many capitals of words that the document writes small make a heading of a line.
  private static final int TITLED = 2;
  private static final int LOOK_BACK = 6;
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "miss",
          "sir",
          "lady",
          "lord",
          "don",
          "dona",
          "senor",
          "senora",
          "senorita",
          "monsieur",
          "madame",
          "mademoiselle",
          "herr",
          "mme",
          "mlle",
          "mgr",
          "sra",
          "srta",
          "frau",
          "doctor",
          "captain",
          "professor",
          "king",
          "queen",
          "god",
          "dios",
          "dieu",
          "gott",
          "the",
          "and",
          "for",
          "but",
          "yes",
          "his",
          "her",
          "she",
          "you",
          "all",
          "que",
          "les",
          "des",
          "una",
          "los",
          "las",
          "con",
          "por");

  private final Map<String, Integer> small = new HashMap<>();
  private final Map<String, Integer> inside = new HashMap<>();
  private final Set<String> calendar = new HashSet<>();
  private final Set<Integer> starts = new HashSet<>();
  private final boolean nounsCapital;
  private final Terms terms;

  Names(Side side) {
    nounsCapital = side.language().equals("de");
    terms = Terms.of(side.language());
    side.segments().forEach(segment -> starts.add(segment.start()));
    Locale locale = Locale.forLanguageTag(side.language());
    for (Month month : Month.values()) {
      calendar.add(Spelling.folded(month.getDisplayName(TextStyle.FULL, locale)));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      calendar.add(Spelling.folded(day.getDisplayName(TextStyle.FULL, locale)));
    }
    Matcher words = WORD.matcher(side.compared());
    while (words.find()) {
      String folded = Spelling.folded(words.group());
      if (Character.isLowerCase(words.group().charAt(0))) {
        small.merge(folded, 1, Integer::sum);
      } else if (isName(words.group()) && !opens(side.compared(), words.start())) {
        inside.merge(folded, 1, Integer::sum);
      }
    }
  }

  /** All words of a stretch; those that call for a counterpart are marked. */
  List<Name> find(Stretch stretch) {
    List<Name> found = new ArrayList<>();
    String text = stretch.compared();
    boolean shouted = isShouted(text) || isTitled(text);
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String folded = Spelling.folded(words.group());
      boolean calls =
          !shouted
              && !nounsCapital
              && isName(words.group())
              && inside.containsKey(folded)
              && small.getOrDefault(folded, 0) == 0
              && !calendar.contains(folded)
              && !TITLES.contains(folded);
      found.add(new Name(words.start(), words.end(), words.group(), folded, calls, false));
    }
    boolean[] marked = terms.among(text, found);
    for (int k = 0; k < marked.length; k++) {
      if (marked[k]) {
        found.set(k, found.get(k).asTerm());
      }
    }
    return found;
  }

  /** Whether the language writes all nouns with capitals. */
  boolean nounsCapital() {
    return nounsCapital;
  }

  /**
   * Whether a word with a capital stands inside a sentence of the document, never written small.
   */
  boolean isInside(Name name) {
    return name.capital()
        && inside.containsKey(name.folded())
        && !small.containsKey(name.folded())
        && !calendar.contains(name.folded())
        && !TITLES.contains(name.folded());
  }

  /** How often a name stands inside sentences of the document. */
  int frequency(String folded) {
    return inside.getOrDefault(folded, 0);
  }

  /** The names of the document and how often they stand inside sentences. */
  Map<String, Integer> all() {
    return Map.copyOf(inside);
  }

  /** Whether other words of the document are made of a noun: {@code Frage}, {@code fragen}. */
  boolean hasRelatives(String folded) {
    String stem = ENDING.matcher(folded).replaceFirst("");
    return stem.length() >= SHORTEST_RELATIVE
        && (small.keySet().stream().anyMatch(word -> word.contains(stem))
            || inside.keySet().stream()
                .anyMatch(word -> word.length() > folded.length() && word.endsWith(folded)));
  }

  boolean writtenSmall(String folded) {
    return small.containsKey(folded);
  }

  private boolean opens(String text, int start) {
    if (starts.contains(start)) {
      return true;
    }
    String before = text.substring(Math.max(0, start - LOOK_BACK), start);
    return OPENS.matcher(before).find() && !SHORTENED.matcher(before).find();
  }

  private static boolean isName(String word) {
    return word.length() >= SHORTEST
        && Character.isUpperCase(word.charAt(0))
        && word.chars().skip(1).allMatch(Character::isLowerCase);
  }

  /** Whether a heading writes all words but the small ones with capitals. */
  private boolean isTitled(String text) {
    int capitals = 0;
    int ordinary = 0;
    int others = 0;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (words.end() - words.start() <= SHORTEST || words.start() == 0) {
        continue;
      }
      if (Character.isLowerCase(words.group().charAt(0))) {
        others++;
      } else {
        capitals++;
        ordinary += small.containsKey(Spelling.folded(words.group())) ? 1 : 0;
      }
    }
    return !nounsCapital && ordinary >= TITLED && capitals > others;
  }

  private static boolean isShouted(String text) {
    long capitals = text.chars().filter(Character::isUpperCase).count();
    long letters = text.chars().filter(Character::isLetter).count();
    return capitals * 2 > letters;
  }
}
