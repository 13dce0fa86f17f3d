package org.cotejo.ocr.surrogates.leptonica;

import org.bytedeco.leptonica.global.leptonica;

/** How far the lines of a page are from level. */
final class Skew {
  /** Below this a rotation costs more sharpness than it gives. */
  private static final double LEAST_DEGREES = 0.12;

  /** Leptonica's measure of how much better the found angle is than others; 3 is its own advice. */
  private static final float LEAST_CONFIDENCE = 3.0f;

  private static final int BINARISATION_THRESHOLD = 130;

  private Skew() {}

  /**
   * Clockwise degrees that make the lines level; 0 when they are, or when the page does not say.
   */
  static double measure(NativeImage page) {
    float[] degrees = new float[1];
    float[] confidence = new float[1];
    try (NativeImage bilevel =
        NativeImage.owning(
            leptonica.pixConvertTo1(page.pix(), BINARISATION_THRESHOLD), "making bilevel")) {
      if (leptonica.pixFindSkew(bilevel.pix(), degrees, confidence) != 0) {
        return 0;
      }
    }
    boolean sure = confidence[0] >= LEAST_CONFIDENCE && Math.abs(degrees[0]) >= LEAST_DEGREES;
    // Hundredths are beyond what the measure can tell, and keep the descriptor readable.
    return sure ? Math.round(degrees[0] * 100) / 100.0 : 0;
  }

  /** The page rotated clockwise, enlarged so that no corner is lost, on white. */
  static NativeImage rotated(NativeImage page, double degrees) {
    return NativeImage.owning(
        leptonica.pixRotate(
            page.pix(),
            (float) Math.toRadians(degrees),
            leptonica.L_ROTATE_AREA_MAP,
            leptonica.L_BRING_IN_WHITE,
            page.widthPixels(),
            page.heightPixels()),
        "making level");
  }
}
