package org.cotejo.translation.reading;

import java.util.List;

/**
 * What was read on one page.
 *
 * @param page from 1 over the whole document
 * @param widthPixels of the surrogate
 * @param heightPixels of the surrogate
 * @param regions in any order
 */
public record TranscribedPage(
    int page, int widthPixels, int heightPixels, List<TranscribedRegion> regions) {
  public TranscribedPage {
    regions = List.copyOf(regions);
  }
}
