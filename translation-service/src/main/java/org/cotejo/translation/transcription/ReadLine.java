package org.cotejo.translation.transcription;

import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;

/**
 * A line as it was read, with what surrounds it.
 *
 * @param page that it is on
 * @param region that it is in
 * @param line itself
 */
record ReadLine(TranscribedPage page, TranscribedRegion region, TranscribedLine line) {
  Box box() {
    return line.box();
  }

  /** Left edge of the region's lines. */
  int left() {
    return region.lines().stream().mapToInt(one -> one.box().x()).min().orElse(box().x());
  }

  /** Right edge of the region's lines. */
  int right() {
    return region.lines().stream().mapToInt(one -> one.box().right()).max().orElse(box().right());
  }

  /** Width of a character, spaces counted. */
  double characterWidth() {
    return Math.max(1, box().width() / (double) Math.max(1, line.text().length()));
  }
}
