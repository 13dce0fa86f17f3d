package org.cotejo.translation.reading;

import java.util.List;

/**
 * A block of lines as it was read.
 *
 * @param id unique on its page
 * @param type what it is
 * @param readingOrder place among the regions of its page
 * @param lines from top to bottom
 */
public record TranscribedRegion(
    String id, RegionType type, int readingOrder, List<TranscribedLine> lines) {
  public TranscribedRegion {
    lines = List.copyOf(lines);
  }
}
