package org.cotejo.ocr.surrogates.leptonica;

import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;

/** Which way up a page is. */
public final class Uprightness {
  private final SecondOpinion secondOpinion;

  /** Asked before a page is turned, since a wrong turn loses the page to the reader. */
  @FunctionalInterface
  public interface SecondOpinion {
    /**
     * Whether the image, turned as proposed, reads upright.
     *
     * @param upright the page after the turn
     */
    boolean confirms(PIX upright, int resolutionDpi);
  }

  public Uprightness(SecondOpinion secondOpinion) {
    this.secondOpinion = secondOpinion;
  }

  /** Clockwise quarter turns that make the page upright; 0 when it is, or when that is unsure. */
  int quarterTurns(NativeImage page, SmallPage small, int resolutionDpi) {
    int proposed = proposal(small);
    if (proposed == 0) {
      return 0;
    }
    try (NativeImage turned =
        NativeImage.owning(leptonica.pixRotateOrth(page.pix(), proposed), "turning")) {
      return secondOpinion.confirms(turned.pix(), resolutionDpi) ? proposed : 0;
    }
  }

  private static int proposal(SmallPage small) {
    float[] up = new float[1];
    float[] left = new float[1];
    if (leptonica.pixOrientDetect(small.bilevel().pix(), up, left, 0, 0) != 0) {
      return 0;
    }
    int[] decision = new int[1];
    leptonica.makeOrientDecision(up[0], left[0], 0f, 0f, decision, 0);
    return switch (decision[0]) {
      case leptonica.L_TEXT_ORIENT_LEFT -> 1;
      case leptonica.L_TEXT_ORIENT_DOWN -> 2;
      case leptonica.L_TEXT_ORIENT_RIGHT -> 3;
      default -> 0;
    };
  }
}
