package org.cotejo.ocr.recognition.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.leptonica.NUMA;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;

/** What is done to a surrogate for the eyes of the recogniser alone. */
final class Preparation {
  /** Changes with any change of the pixels made here. */
  static final String VERSION = "2";

  /** Narrower pages are enlarged three times: their letters are under 15 pixels high. */
  private static final int THREEFOLD_BELOW_PIXELS = 1000;

  private static final int TWOFOLD_BELOW_PIXELS = 1500;

  /** A page with a larger share of its pixels nearly black or nearly white is bilevel. */
  private static final double STARK_PART = 0.995;

  private static final int NEARLY_BLACK = 16;
  private static final int NEARLY_WHITE = 239;

  /** Every fourth pixel of every fourth line is enough to tell. */
  private static final int HISTOGRAM_STEP = 4;

  private Preparation() {}

  /**
   * An image for the recogniser.
   *
   * @param image owned by this record
   * @param factor by which it is larger than the surrogate
   * @param resolutionDpi of the image
   */
  record Prepared(NativeImage image, int factor, int resolutionDpi) implements AutoCloseable {
    @Override
    public void close() {
      image.close();
    }
  }

  /** The surrogate in grey, bilevel ones softened, enlarged when it is small, as far as asked. */
  static Prepared of(NativeImage surrogate, int resolutionDpi, PreparationSteps steps) {
    int factor = steps == PreparationSteps.PLAIN ? 1 : factor(surrogate.widthPixels());
    NativeImage plain = grey(surrogate);
    NativeImage grey = steps == PreparationSteps.FULL ? softened(plain) : plain;
    if (factor == 1) {
      return new Prepared(grey, 1, resolutionDpi);
    }
    try (grey) {
      PIX enlarged = leptonica.pixScale(grey.pix(), factor, factor);
      return new Prepared(
          NativeImage.owning(enlarged, "enlarging"), factor, resolutionDpi * factor);
    }
  }

  private static NativeImage grey(NativeImage surrogate) {
    return NativeImage.owning(leptonica.pixConvertTo8(surrogate.pix(), 0), "making grey");
  }

  /**
   * The page itself, or a softer one in its place. The edges of a bilevel scan are jagged, and a
   * ragged full stop is read as a comma: there two passes of a 3 x 3 mean, together about a
   * Gaussian of 1.15 pixels, give back what the lens had seen. On pages in grey they would only
   * blur.
   *
   * @param grey closed when another takes its place
   */
  private static NativeImage softened(NativeImage grey) {
    if (!isBilevel(grey.pix())) {
      return grey;
    }
    try (grey;
        NativeImage once =
            NativeImage.owning(leptonica.pixBlockconv(grey.pix(), 1, 1), "softening")) {
      return NativeImage.owning(leptonica.pixBlockconv(once.pix(), 1, 1), "softening");
    }
  }

  private static boolean isBilevel(PIX grey) {
    NUMA histogram = leptonica.pixGetGrayHistogram(grey, HISTOGRAM_STEP);
    if (histogram == null || histogram.isNull()) {
      return false;
    }
    try {
      FloatPointer counts = leptonica.numaGetFArray(histogram, leptonica.L_NOCOPY);
      double stark = 0;
      double all = 0;
      for (int value = 0; value < leptonica.numaGetCount(histogram); value++) {
        double count = counts.get(value);
        all += count;
        stark += value < NEARLY_BLACK || value > NEARLY_WHITE ? count : 0;
      }
      return stark > STARK_PART * all;
    } finally {
      leptonica.numaDestroy(histogram);
    }
  }

  static int factor(int widthPixels) {
    if (widthPixels < THREEFOLD_BELOW_PIXELS) {
      return 3;
    }
    return widthPixels < TWOFOLD_BELOW_PIXELS ? 2 : 1;
  }
}
