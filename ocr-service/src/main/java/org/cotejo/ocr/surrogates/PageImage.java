package org.cotejo.ocr.surrogates;

import java.awt.image.BufferedImage;

/**
 * The pixels of one page as its original holds them, in memory.
 *
 * @param pixels grey ({@code TYPE_BYTE_GRAY}) or colour ({@code TYPE_3BYTE_BGR}, {@code
 *     TYPE_INT_RGB})
 * @param resolutionDpi stated by the file, or estimated from the size of usual paper
 * @param text that the original holds beside the pixels
 */
public record PageImage(BufferedImage pixels, int resolutionDpi, TextLayer text) {
  private static final int LEAST_DPI = 50;
  private static final int GREATEST_DPI = 1200;
  private static final int USUAL_PAPER_WIDTH_MM = 210;
  private static final double MM_PER_INCH = 25.4;

  public PageImage {
    if (resolutionDpi < 1) {
      throw new IllegalArgumentException("a resolution is at least 1 dpi, not " + resolutionDpi);
    }
  }

  /** A page without text beside its pixels. */
  public PageImage(BufferedImage pixels, int resolutionDpi) {
    this(pixels, resolutionDpi, TextLayer.NONE);
  }

  /**
   * The resolution to believe: the stated one where it is plausible for a scan, else that of an A4
   * page as wide as the shorter side.
   *
   * @param statedDpi as the file has it; 0 or less when it says nothing
   */
  public static int plausibleResolution(double statedDpi, int widthPixels, int heightPixels) {
    // 72 and 96 are what programs write when they do not know.
    boolean placeholder = Math.round(statedDpi) == 72 || Math.round(statedDpi) == 96;
    if (!placeholder && statedDpi >= LEAST_DPI && statedDpi <= GREATEST_DPI) {
      return (int) Math.round(statedDpi);
    }
    double inches = USUAL_PAPER_WIDTH_MM / MM_PER_INCH;
    long estimate = Math.round(Math.min(widthPixels, heightPixels) / inches);
    return Math.clamp(estimate, LEAST_DPI, GREATEST_DPI);
  }
}
