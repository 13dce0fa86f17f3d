package org.cotejo.ocr.surrogates.imageio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/** Brings the many pixel forms of files to two: grey of 8 bits, or colour of 3 x 8 bits. */
public final class PixelForms {
  private static final int WHITE = 255;

  private PixelForms() {}

  /** The image as grey or colour on white; the given one when it has such a form already. */
  public static BufferedImage plain(BufferedImage image) {
    int type = image.getType();
    if (type == BufferedImage.TYPE_BYTE_GRAY
        || type == BufferedImage.TYPE_3BYTE_BGR
        || type == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    if (type == BufferedImage.TYPE_4BYTE_ABGR && image.getRaster().getParent() == null) {
      return onWhite(image);
    }
    int target = isGrey(image) ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), target);
    Graphics2D graphics = plain.createGraphics();
    try {
      // Transparent parts of a scan are paper.
      graphics.drawImage(image, 0, 0, Color.WHITE, null);
    } finally {
      graphics.dispose();
    }
    return plain;
  }

  /** Colours with transparency, from the bytes themselves: Java's drawing took twice as long. */
  private static BufferedImage onWhite(BufferedImage image) {
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] from = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] to = ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
    for (int source = 0, target = 0; target < to.length; source += 4, target += 3) {
      int opacity = from[source] & 0xFF;
      for (int colour = 0; colour < 3; colour++) {
        int level = from[source + 1 + colour] & 0xFF;
        to[target + colour] =
            (byte) (opacity == WHITE ? level : WHITE + (level - WHITE) * opacity / WHITE);
      }
    }
    return plain;
  }

  private static boolean isGrey(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    if (colors instanceof IndexColorModel palette) {
      return isGrey(palette);
    }
    return colors.getNumColorComponents() == 1;
  }

  private static boolean isGrey(IndexColorModel palette) {
    for (int i = 0; i < palette.getMapSize(); i++) {
      if (palette.getRed(i) != palette.getGreen(i) || palette.getGreen(i) != palette.getBlue(i)) {
        return false;
      }
    }
    return true;
  }
}
