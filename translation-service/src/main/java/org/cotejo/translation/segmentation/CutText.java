package org.cotejo.translation.segmentation;

import java.util.List;

/**
 * A text and the segments that it is cut into.
 *
 * @param text the whole text
 * @param segments in order, without overlap; together they hold every character that is no space
 */
public record CutText(String text, List<Segment> segments) {
  public CutText {
    segments = List.copyOf(segments);
  }

  /** The characters of a segment. */
  public String textOf(int segment) {
    return text.substring(segments.get(segment).start(), segments.get(segment).end());
  }
}
