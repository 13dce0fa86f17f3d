package org.cotejo.ocr.surrogates;

/**
 * The files of one upright page, not yet stored.
 *
 * @param image lossless surrogate, PNG; all boxes of the page refer to its pixels
 * @param display JPEG of the same pixel size
 * @param thumbnail small JPEG
 * @param resolutionDpi of image and display
 * @param quarterTurns clockwise turns that made the page upright, 0 to 3
 * @param skewDegrees clockwise rotation that then made its lines level
 */
public record FinishedPage(
    EncodedImage image,
    EncodedImage display,
    EncodedImage thumbnail,
    int resolutionDpi,
    int quarterTurns,
    double skewDegrees) {

  public FinishedPage {
    if (quarterTurns < 0 || quarterTurns > 3) {
      throw new IllegalArgumentException("quarter turns are 0 to 3, not " + quarterTurns);
    }
    if (image.widthPixels() != display.widthPixels()
        || image.heightPixels() != display.heightPixels()) {
      throw new IllegalArgumentException("display and surrogate have one size");
    }
  }

  /** An image file in memory; the bytes are not copied and must not be changed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; copying megabytes is the harm
  public record EncodedImage(byte[] content, int widthPixels, int heightPixels) {}
}
