package org.cotejo.ocr.surrogates.leptonica;

import org.bytedeco.leptonica.global.leptonica;

/** How far the lines of a page are from level. */
final class Skew {
  /** Below this a rotation costs more sharpness than it gives. */
  private static final double LEAST_DEGREES = 0.3;

  /** Leptonica's measure of how much better the found angle is than others; 3 is its own advice. */
  private static final float LEAST_CONFIDENCE = 3.0f;

  /** At 150 dpi: reduced by 2 to look for the angle, as it is to measure it. */
  private static final int SWEEP_REDUCTION = 2;

  private static final int SEARCH_REDUCTION = 1;

  /** Leptonica's own range, step and precision, in degrees. */
  private static final float RANGE = 7.0f;

  private static final float STEP = 1.0f;
  private static final float PRECISION = 0.01f;

  private Skew() {}

  /**
   * Clockwise degrees that make the lines level; 0 when they are, or when the page does not say.
   */
  static double measure(SmallPage page) {
    float[] degrees = new float[1];
    float[] confidence = new float[1];
    int result =
        leptonica.pixFindSkewSweepAndSearch(
            page.bilevel().pix(),
            degrees,
            confidence,
            SWEEP_REDUCTION,
            SEARCH_REDUCTION,
            RANGE,
            STEP,
            PRECISION);
    if (result != 0) {
      return 0;
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
