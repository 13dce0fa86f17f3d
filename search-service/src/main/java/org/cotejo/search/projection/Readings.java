package org.cotejo.search.projection;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.cotejo.search.retrieval.LetterShapes;

/**
 * What else the words of a badly read passage may say: the shapes of all of them in their order,
 * and the letters of those that are uncertain.
 *
 * @param shapes one for each word of the text, with a space between; empty where all was read well
 * @param letters threes of letters of the uncertain words
 */
public record Readings(String shapes, Set<String> letters) {
  /** Words read with less confidence than this are uncertain. */
  static final double SURE = 0.8;

  private static final Readings NONE = new Readings("", Set.of());

  public Readings {
    letters = Set.copyOf(letters);
  }

  /** The readings of a passage; none when its words are certain, as those of a translation. */
  public static Readings of(Passage passage) {
    List<Passage.PlacedWord> uncertain =
        passage.role() == Passage.Role.ORIGINAL
            ? passage.words().stream().filter(word -> word.confidence() < SURE).toList()
            : List.of();
    if (uncertain.isEmpty()) {
      return NONE;
    }
    List<MatchResult> words = LetterShapes.words(passage.text());
    Set<String> letters = new TreeSet<>();
    for (MatchResult word : words) {
      String shape = LetterShapes.of(word.group());
      if (shape.length() >= LetterShapes.SHORTEST
          && uncertain.stream().anyMatch(one -> touches(one, word))) {
        letters.addAll(LetterShapes.grams(shape));
      }
    }
    return new Readings(
        words.stream().map(word -> LetterShapes.of(word.group())).collect(Collectors.joining(" ")),
        letters);
  }

  private static boolean touches(Passage.PlacedWord placed, MatchResult word) {
    return placed.start() < word.end() && word.start() < placed.end();
  }
}
