package org.cotejo.ocr.recognition.bench;

import java.util.List;
import org.cotejo.ocr.recognition.Region;

/**
 * A page divided into regions.
 *
 * @param width of the surrogate
 * @param height of the surrogate
 * @param quarterTurns that made it upright
 * @param skewDegrees that then made it level
 * @param regions in reading order, in pixels of the surrogate
 */
record PageLayout(
    int width, int height, int quarterTurns, double skewDegrees, List<Region> regions) {
  PageLayout {
    regions = List.copyOf(regions);
  }
}
