package org.cotejo.ocr.surrogates.leptonica;

import org.bytedeco.leptonica.global.leptonica;

/**
 * A page made small and bilevel, to find out how it lies.
 *
 * @param bilevel owned by this record
 */
record SmallPage(NativeImage bilevel) implements AutoCloseable {
  /** Leptonica's detector was made for 150 to 300 dpi; the smaller is enough and quick. */
  private static final double DETECTION_DPI = 150;

  /** Leptonica lifts the paper to 200. */
  private static final int BINARISATION_THRESHOLD = 130;

  /** Shades are measured in tiles of 10 x 15 pixels; a smaller scrap has none. */
  private static final int LEAST_PIXELS = 100;

  /**
   * The page at about 150 dpi, its paper evened so that dark and stained ones do not turn black.
   */
  static SmallPage of(NativeImage page, int resolutionDpi) {
    float factor = (float) Math.min(1.0, DETECTION_DPI / resolutionDpi);
    try (NativeImage small =
            NativeImage.owning(leptonica.pixScale(page.pix(), factor, factor), "making small");
        NativeImage grey =
            NativeImage.owning(leptonica.pixConvertTo8(small.pix(), 0), "making grey")) {
      if (Math.min(grey.widthPixels(), grey.heightPixels()) < LEAST_PIXELS) {
        return bilevel(grey);
      }
      try (NativeImage even = grey.onEvenBackground()) {
        return bilevel(even);
      }
    }
  }

  private static SmallPage bilevel(NativeImage grey) {
    return new SmallPage(
        NativeImage.owning(
            leptonica.pixConvertTo1(grey.pix(), BINARISATION_THRESHOLD), "making bilevel"));
  }

  /** The same after clockwise quarter turns. */
  SmallPage turned(int quarterTurns) {
    return new SmallPage(
        NativeImage.owning(leptonica.pixRotateOrth(bilevel.pix(), quarterTurns), "turning"));
  }

  @Override
  public void close() {
    bilevel.close();
  }
}
