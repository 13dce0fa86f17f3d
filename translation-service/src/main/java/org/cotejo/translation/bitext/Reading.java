package org.cotejo.translation.bitext;

import java.util.List;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.Segment;

/**
 * The original, read and cut.
 *
 * @param text with the way back to the pages
 * @param segments of the text
 * @param parts for each segment the part of the document that it belongs to, from 1
 */
public record Reading(ReadingText text, List<Segment> segments, List<Integer> parts) {
  public Reading {
    segments = List.copyOf(segments);
    parts = List.copyOf(parts);
  }
}
