package org.cotejo.ocr.recognition.engine;

import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;

/** What is done to a surrogate for the eyes of the recogniser alone. */
final class Preparation {
  /** Changes with any change of the pixels made here. */
  static final String VERSION = "1";

  /** Narrower pages are enlarged three times: their letters are under 15 pixels high. */
  private static final int THREEFOLD_BELOW_PIXELS = 1000;

  private static final int TWOFOLD_BELOW_PIXELS = 1500;

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

  /** The surrogate in grey, enlarged when it is small. */
  static Prepared of(NativeImage surrogate, int resolutionDpi) {
    int factor = factor(surrogate.widthPixels());
    NativeImage grey =
        NativeImage.owning(leptonica.pixConvertTo8(surrogate.pix(), 0), "making grey");
    if (factor == 1) {
      return new Prepared(grey, 1, resolutionDpi);
    }
    try (grey) {
      PIX enlarged = leptonica.pixScale(grey.pix(), factor, factor);
      return new Prepared(
          NativeImage.owning(enlarged, "enlarging"), factor, resolutionDpi * factor);
    }
  }

  static int factor(int widthPixels) {
    if (widthPixels < THREEFOLD_BELOW_PIXELS) {
      return 3;
    }
    return widthPixels < TWOFOLD_BELOW_PIXELS ? 2 : 1;
  }
}
