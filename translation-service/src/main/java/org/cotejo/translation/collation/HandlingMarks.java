package org.cotejo.translation.collation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;

/**
 * Stamps and notes of registry that were read into a sentence: short lines in capitals with a
 * number ({@code 20 MAR. 1956}, {@code FOLIO 88}) beside a line that is written small. What they
 * say is no part of the sentence and calls for no translation.
 */
final class HandlingMarks {
  private static final Pattern LOWER = Pattern.compile("\\p{Ll}");
  private static final Pattern NUMBER = Pattern.compile("\\d");
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2}");
  private static final int MOST_WORDS = 4;

  private HandlingMarks() {}

  /**
   * Blanks them out.
   *
   * @param compared the reading text or a copy of it with the same offsets
   */
  static String blanked(ReadingText reading, String compared) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (PlacedWord word : reading.words()) {
      String line = word.boxes().getFirst().line();
      lines.merge(line, new Line(word.start(), word.end(), 1), Line::and);
    }
    StringBuilder text = new StringBuilder(compared);
    List<Line> all = List.copyOf(lines.values());
    for (int k = 0; k < all.size(); k++) {
      Line line = all.get(k);
      if (isMark(line.of(reading.text()), line.words())
          && (isBesideText(reading.text(), all, k, k - 1)
              || isBesideText(reading.text(), all, k, k + 1))) {
        for (int at = line.start(); at < line.end(); at++) {
          text.setCharAt(at, ' ');
        }
      }
    }
    return text.toString();
  }

  private static boolean isMark(String line, int words) {
    return words <= MOST_WORDS
        && NUMBER.matcher(line).find()
        && CAPITALS.matcher(line).find()
        && !LOWER.matcher(line).find();
  }

  /** Whether a line of running text stands in the same paragraph. */
  private static boolean isBesideText(String text, List<Line> lines, int mark, int other) {
    if (other < 0 || other >= lines.size()) {
      return false;
    }
    Line first = lines.get(Math.min(mark, other));
    Line second = lines.get(Math.max(mark, other));
    return first.end() <= second.start()
        && text.substring(first.end(), second.start()).indexOf('\n') < 0
        && LOWER.matcher(lines.get(other).of(text)).find();
  }

  /**
   * A line of a page in the text.
   *
   * @param start offset of its first word
   * @param end offset after its last word
   * @param words how many
   */
  private record Line(int start, int end, int words) {
    Line and(Line next) {
      return new Line(start, next.end, words + next.words);
    }

    String of(String text) {
      return text.substring(start, end);
    }
  }
}
