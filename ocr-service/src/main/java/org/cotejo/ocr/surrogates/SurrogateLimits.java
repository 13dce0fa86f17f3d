package org.cotejo.ocr.surrogates;

/**
 * What one page may cost.
 *
 * @param maximumPagePixels width times height of one page, checked before anything is decoded
 * @param maximumOriginalBytes size of one original
 * @param renderingDpi resolution at which PDF pages are drawn
 */
public record SurrogateLimits(long maximumPagePixels, long maximumOriginalBytes, int renderingDpi) {
  public SurrogateLimits {
    if (maximumPagePixels < 1 || maximumOriginalBytes < 1 || renderingDpi < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /**
   * Refuses a page that is too large to be decoded.
   *
   * @throws PageFailure with code {@code surrogates.page-too-large} or {@code
   *     surrogates.page-unreadable}
   */
  public void requireAllowed(long widthPixels, long heightPixels) {
    if (widthPixels < 1 || heightPixels < 1) {
      throw new PageFailure(
          "surrogates.page-unreadable", "The page states a size of no pixels at all.");
    }
    // Either factor alone may be near 2^32 in a forged header; the division cannot overflow.
    if (widthPixels > maximumPagePixels / heightPixels) {
      throw new PageFailure(
          "surrogates.page-too-large",
          "The page has %d x %d pixels; at most %d million pixels are allowed."
              .formatted(widthPixels, heightPixels, maximumPagePixels / 1_000_000));
    }
  }
}
