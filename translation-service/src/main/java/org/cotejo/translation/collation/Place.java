package org.cotejo.translation.collation;

import java.util.List;
import org.cotejo.translation.reading.PageBox;

/**
 * Where on one side something was found.
 *
 * @param segments ids ({@code s3}, {@code t4}) in order; none where this side has no counterpart
 * @param start offset of the first character in the text of the side, UTF-16 code units
 * @param end offset after the last character; equal to the start for a place between characters
 * @param boxes on the pages, in reading order; none for a translation
 */
public record Place(List<String> segments, int start, int end, List<PageBox> boxes) {
  public Place {
    segments = List.copyOf(segments);
    boxes = List.copyOf(boxes);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no place from " + start + " to " + end);
    }
  }

  /** No place at all. */
  static Place nowhere() {
    return new Place(List.of(), 0, 0, List.of());
  }
}
