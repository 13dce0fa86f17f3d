package org.cotejo.ocr.recognition.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.leptonica.NUMA;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;

/** What is done to a surrogate for the eyes of the recogniser alone. */
final class Preparation {
  /** Changes with any change of the pixels made here. */
  static final String VERSION = "4";

  /** Narrower pages are enlarged: their letters are small. */
  private static final int ENLARGED_BELOW_PIXELS = 1500;

  /**
   * To this width, twice at most. Three times below 1,000 pixels and twice above took a fifth more
   * time, and no set of development pages was read better.
   */
  private static final double ENLARGED_TO_PIXELS = 1800;

  private static final double MOST_ENLARGED = 2;

  /**
   * Pages so fine are reduced by half, those of 600 dpi to a third: typescript of 400 dpi and more
   * was read a little better so, in two thirds of the time. Only wide ones, since a small page may
   * have been scanned finely for its small print.
   */
  private static final int HALVED_FROM_DPI = 400;

  private static final int THIRD_FROM_DPI = 600;
  private static final int REDUCED_FROM_PIXELS = 3200;

  /** A page with a larger share of its pixels nearly black or nearly white is bilevel. */
  private static final double STARK_PART = 0.995;

  /**
   * One with this share was bilevel before it was made level or packed as JPEG; grey scans have
   * 0.82 at most.
   */
  private static final double ONCE_STARK_PART = 0.93;

  private static final int NEARLY_BLACK = 16;
  private static final int NEARLY_WHITE = 239;

  /** Every fourth pixel of every fourth line is enough to tell. */
  private static final int HISTOGRAM_STEP = 4;

  /**
   * Deviation of the grain of the paper from which a page is quietened. The development pages of
   * archives have 0.7 at most, once made level; from about 1.7 letters are lost in it.
   */
  private static final double NOISY_FROM = 1.3;

  /**
   * The same for pages that are enlarged. There letters fill the tiles that paper is sought in, and
   * the noise of JPEG around them counts: real ones have up to 2.8 and are harmed by a filter.
   */
  private static final double SMALL_NOISY_FROM = 4.0;

  /**
   * Side of the median's window. A stroke of typescript is 5 or 6 pixels wide at 300 dpi; at 230
   * dpi a window of 5 ate thin ones.
   */
  private static final int MEDIAN_PIXELS = 5;

  private static final int MEDIAN_PIXELS_COARSE = 3;
  private static final int COARSE_BELOW_DPI = 280;

  private Preparation() {}

  /**
   * An image for the recogniser.
   *
   * @param image owned by this record
   * @param factor by which it is larger than the surrogate, or smaller when below 1
   * @param resolutionDpi of the image
   * @param even whether shades were taken off its paper
   */
  record Prepared(NativeImage image, double factor, int resolutionDpi, boolean even)
      implements AutoCloseable {
    /** The same without the shades of its paper. */
    Prepared onEvenBackground() {
      return new Prepared(image.onEvenBackground(), factor, resolutionDpi, true);
    }

    @Override
    public void close() {
      image.close();
    }
  }

  /** The surrogate in grey, and sized, softened and quietened where it needs that, as asked. */
  static Prepared of(NativeImage surrogate, int resolutionDpi, PreparationSteps steps) {
    double factor = steps.sizes() ? factor(surrogate.widthPixels(), resolutionDpi) : 1;
    NativeImage page = grey(surrogate);
    if (steps.softens()) {
      page = softened(page);
    }
    boolean noisy = steps.quietens() && isNoisy(page, factor);
    if (noisy) {
      page = quietened(page, resolutionDpi);
    }
    return new Prepared(
        sized(page, factor), factor, (int) Math.round(resolutionDpi * factor), noisy);
  }

  private static NativeImage grey(NativeImage surrogate) {
    return NativeImage.owning(leptonica.pixConvertTo8(surrogate.pix(), 0), "making grey");
  }

  private static NativeImage sized(NativeImage page, double factor) {
    if (factor == 1) {
      return page;
    }
    try (page) {
      PIX sized = leptonica.pixScale(page.pix(), (float) factor, (float) factor);
      return NativeImage.owning(sized, "enlarging");
    }
  }

  /**
   * The page itself, or a softer one in its place. The edges of a bilevel scan are jagged, and a
   * ragged full stop is read as a comma: there two passes of a 3 x 3 mean, together about a
   * Gaussian of 1.15 pixels, give back what the lens had seen; one pass where a rotation has
   * softened it already. On pages in grey they would only blur.
   *
   * @param grey closed when another takes its place
   */
  private static NativeImage softened(NativeImage grey) {
    double stark = starkPart(grey.pix());
    if (stark <= ONCE_STARK_PART) {
      return grey;
    }
    NativeImage once = mean(grey);
    return stark > STARK_PART ? mean(once) : once;
  }

  private static NativeImage mean(NativeImage grey) {
    try (grey) {
      return NativeImage.owning(leptonica.pixBlockconv(grey.pix(), 1, 1), "softening");
    }
  }

  private static boolean isNoisy(NativeImage grey, double factor) {
    return PaperNoise.of(grey) >= (factor > 1 ? SMALL_NOISY_FROM : NOISY_FROM);
  }

  /**
   * A noisy page with a median filter and an even background; coarse pages get a mean besides,
   * since their window is smaller. On other pages they do harm: filters eat thin strokes, and an
   * even background lifts what shines through.
   *
   * @param grey closed
   */
  private static NativeImage quietened(NativeImage grey, int resolutionDpi) {
    boolean coarse = resolutionDpi < COARSE_BELOW_DPI;
    NativeImage filtered = median(grey, coarse ? MEDIAN_PIXELS_COARSE : MEDIAN_PIXELS);
    try (NativeImage calm = coarse ? mean(filtered) : filtered) {
      return calm.onEvenBackground();
    }
  }

  private static NativeImage median(NativeImage grey, int window) {
    try (grey) {
      return NativeImage.owning(
          leptonica.pixMedianFilter(grey.pix(), window, window), "taking noise out");
    }
  }

  private static double starkPart(PIX grey) {
    NUMA histogram = leptonica.pixGetGrayHistogram(grey, HISTOGRAM_STEP);
    if (histogram == null || histogram.isNull()) {
      return 0;
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
      return all == 0 ? 0 : stark / all;
    } finally {
      leptonica.numaDestroy(histogram);
    }
  }

  static double factor(int widthPixels, int resolutionDpi) {
    if (widthPixels < ENLARGED_BELOW_PIXELS) {
      return Math.min(MOST_ENLARGED, ENLARGED_TO_PIXELS / widthPixels);
    }
    if (widthPixels < REDUCED_FROM_PIXELS || resolutionDpi < HALVED_FROM_DPI) {
      return 1;
    }
    return resolutionDpi < THIRD_FROM_DPI ? 1.0 / 2 : 1.0 / 3;
  }
}
