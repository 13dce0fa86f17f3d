package org.cotejo.ocr.surrogates;

/**
 * The upright image of one page, as it is kept.
 *
 * @param image lossless, what recognition reads and boxes refer to
 * @param display JPEG of the same pixel size, what people see
 * @param thumbnail small JPEG
 * @param resolutionDpi of image and display
 */
public record Surrogate(
    StoredImage image, StoredImage display, StoredImage thumbnail, int resolutionDpi) {
  public Surrogate {
    if (resolutionDpi < 1) {
      throw new IllegalArgumentException("a resolution is at least 1 dpi");
    }
  }

  /** An image in the object store with its size in pixels. */
  public record StoredImage(StoredObject object, int widthPixels, int heightPixels) {
    public StoredImage {
      if (widthPixels < 1 || heightPixels < 1) {
        throw new IllegalArgumentException("an image has at least one pixel");
      }
    }
  }
}
