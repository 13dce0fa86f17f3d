package org.cotejo.translation.transcription;

/**
 * How a person's text is set onto the scan.
 *
 * @param cells most cells of one search for the best path, a byte each
 * @param markedCost how much dearer the path within marked pages may be than the one without marks
 *     before the marks are disbelieved, as a factor
 */
public record PlacementSettings(int cells, double markedCost) {
  public PlacementSettings {
    if (cells < 1 || markedCost < 1) {
      throw new IllegalArgumentException("there are cells, and marks never make a path cheaper");
    }
  }

  /** Sixteen million cells hold a stretch of 4,000 words on both sides whole. */
  public static PlacementSettings standard() {
    return new PlacementSettings(16_000_000, 1.3);
  }
}
