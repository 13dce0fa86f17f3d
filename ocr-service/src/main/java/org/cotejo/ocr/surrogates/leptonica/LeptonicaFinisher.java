package org.cotejo.ocr.surrogates.leptonica;

import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.ocr.surrogates.FinishedPage;
import org.cotejo.ocr.surrogates.FinishedPage.EncodedImage;
import org.cotejo.ocr.surrogates.PageFinisher;
import org.cotejo.ocr.surrogates.PageImage;

/**
 * Finishes pages with Leptonica: quarter turns by the shapes of ascenders and descenders, deskew by
 * the variance of row sums, both only where the measure is sure.
 */
public final class LeptonicaFinisher implements PageFinisher {
  /**
   * What changes with any change of the pixels made here; part of the surrogates' place, so that
   * new ones stand beside the old ones.
   */
  public static final String VERSION = "3";

  private final FinishingChoices choices;
  private final Uprightness uprightness;
  private final Runnable step;

  public LeptonicaFinisher(FinishingChoices choices, Uprightness uprightness) {
    this(choices, uprightness, () -> {});
  }

  /**
   * The same.
   *
   * @param step is run after each operation on the whole page
   */
  public LeptonicaFinisher(FinishingChoices choices, Uprightness uprightness, Runnable step) {
    NativeLibraries.load();
    this.step = step;
    this.choices = choices;
    this.uprightness = uprightness;
  }

  @Override
  public FinishedPage finish(PageImage page) {
    try (NativeImage stored = NativeImage.of(page.pixels());
        SmallPage small = SmallPage.of(stored, page.resolutionDpi())) {
      step.run();
      int quarterTurns = uprightness.quarterTurns(stored, small, page.resolutionDpi());
      step.run();
      if (quarterTurns == 0) {
        return straightenAndWrite(stored, Skew.measure(small), page.resolutionDpi(), 0);
      }
      try (NativeImage upright =
              NativeImage.owning(leptonica.pixRotateOrth(stored.pix(), quarterTurns), "turning");
          SmallPage smallUpright = small.turned(quarterTurns)) {
        step.run();
        return straightenAndWrite(
            upright, Skew.measure(smallUpright), page.resolutionDpi(), quarterTurns);
      }
    }
  }

  private FinishedPage straightenAndWrite(
      NativeImage upright, double skewDegrees, int resolutionDpi, int turns) {
    step.run();
    if (skewDegrees == 0) {
      return written(upright, resolutionDpi, turns, 0);
    }
    try (NativeImage level = Skew.rotated(upright, skewDegrees)) {
      return written(level, resolutionDpi, turns, skewDegrees);
    }
  }

  private FinishedPage written(
      NativeImage page, int resolutionDpi, int quarterTurns, double skewDegrees) {
    step.run();
    leptonica.pixSetResolution(page.pix(), resolutionDpi, resolutionDpi);
    EncodedImage image = page.png(choices.pngCompressionLevel());
    step.run();
    EncodedImage display = page.jpeg(choices.displayQuality());
    step.run();
    return new FinishedPage(
        image, display, thumbnail(page), resolutionDpi, quarterTurns, skewDegrees);
  }

  private EncodedImage thumbnail(NativeImage page) {
    int longSide = Math.max(page.widthPixels(), page.heightPixels());
    float factor = Math.min(1f, (float) choices.thumbnailPixels() / longSide);
    try (NativeImage small =
        NativeImage.owning(leptonica.pixScale(page.pix(), factor, factor), "making small")) {
      return small.jpeg(choices.thumbnailQuality());
    }
  }
}
