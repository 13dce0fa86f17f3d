package org.cotejo.search.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text and the ranges in it that a query has matched.
 *
 * @param text without marks
 * @param ranges in order, in UTF-16 code units, ends exclusive
 */
public record Marks(String text, List<Range> ranges) {
  /** Private-use characters that stand around a match in what Elasticsearch returns. */
  public static final char OPEN = '\uE000';

  public static final char CLOSE = '\uE001';

  public Marks {
    ranges = List.copyOf(ranges);
  }

  /** The ranges of both, in order; those that overlap become one. */
  public Marks with(Marks other) {
    if (!text.equals(other.text)) {
      throw new IllegalArgumentException("marks of two texts");
    }
    List<Range> sorted =
        Stream.concat(ranges.stream(), other.ranges.stream())
            .sorted(Comparator.comparingInt(Range::start).thenComparingInt(Range::end))
            .toList();
    List<Range> joined = new ArrayList<>();
    for (Range range : sorted) {
      if (!joined.isEmpty() && range.start < joined.getLast().end) {
        Range last = joined.removeLast();
        joined.add(new Range(last.start, Math.max(last.end, range.end)));
      } else {
        joined.add(range);
      }
    }
    return new Marks(text, joined);
  }

  /** A half-open range. */
  public record Range(int start, int end) {}

  /** Takes the marks out of a highlighted text. Neighbouring ranges stay apart. */
  public static Marks read(String highlighted) {
    StringBuilder text = new StringBuilder(highlighted.length());
    List<Range> ranges = new ArrayList<>();
    int start = -1;
    for (int index = 0; index < highlighted.length(); index++) {
      char character = highlighted.charAt(index);
      if (character == OPEN) {
        start = text.length();
      } else if (character == CLOSE) {
        if (start >= 0 && start < text.length()) {
          ranges.add(new Range(start, text.length()));
        }
        start = -1;
      } else {
        text.append(character);
      }
    }
    return new Marks(text.toString(), ranges);
  }
}
