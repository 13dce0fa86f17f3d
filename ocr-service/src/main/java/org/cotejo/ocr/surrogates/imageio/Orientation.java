package org.cotejo.ocr.surrogates.imageio;

import java.awt.image.BufferedImage;

/**
 * The eight ways in which pixels may be stored (TIFF 6.0, tag 274; Exif 2.3, Orientation), under
 * their numbers there.
 */
enum Orientation {
  NORMAL(1, "Normal"),
  FLIP_HORIZONTAL(2, "FlipH"),
  ROTATE_180(3, "Rotate180"),
  FLIP_VERTICAL(4, "FlipV"),
  TRANSPOSE(5, "FlipHRotate90"),
  ROTATE_90(6, "Rotate90"),
  TRANSVERSE(7, "FlipVRotate90"),
  ROTATE_270(8, "Rotate270");

  private final int number;
  private final String standardName;

  Orientation(int number, String standardName) {
    this.number = number;
    this.standardName = standardName;
  }

  /** The orientation of the standard metadata format of ImageIO; normal for any other word. */
  static Orientation named(String standardName) {
    for (Orientation orientation : values()) {
      if (orientation.standardName.equals(standardName)) {
        return orientation;
      }
    }
    return NORMAL;
  }

  /** The orientation of Exif and TIFF; normal for a number that neither knows. */
  static Orientation numbered(int number) {
    for (Orientation orientation : values()) {
      if (orientation.number == number) {
        return orientation;
      }
    }
    return NORMAL;
  }

  /** The upright image; the given one when nothing is to be done. */
  BufferedImage apply(BufferedImage stored) {
    if (this == NORMAL) {
      return stored;
    }
    int width = stored.getWidth();
    int height = stored.getHeight();
    boolean swapped = number >= 5;
    BufferedImage upright =
        new BufferedImage(swapped ? height : width, swapped ? width : height, stored.getType());
    Object sample = null;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sample = stored.getRaster().getDataElements(x, y, sample);
        upright
            .getRaster()
            .setDataElements(targetX(x, y, width, height), targetY(x, y, width, height), sample);
      }
    }
    return upright;
  }

  private int targetX(int x, int y, int width, int height) {
    return switch (this) {
      case NORMAL, FLIP_VERTICAL -> x;
      case FLIP_HORIZONTAL, ROTATE_180 -> width - 1 - x;
      case TRANSPOSE, ROTATE_270 -> y;
      case ROTATE_90, TRANSVERSE -> height - 1 - y;
    };
  }

  private int targetY(int x, int y, int width, int height) {
    return switch (this) {
      case NORMAL, FLIP_HORIZONTAL -> y;
      case FLIP_VERTICAL, ROTATE_180 -> height - 1 - y;
      case TRANSPOSE, ROTATE_90 -> x;
      case ROTATE_270, TRANSVERSE -> width - 1 - x;
    };
  }
}
