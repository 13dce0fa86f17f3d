package org.cotejo.ocr.recognition.engine;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A small image in Java memory. */
public final class GreyImage {
  private final int[][] rows;

  /**
   * An image of these rows, which it keeps.
   *
   * @param rows from the top, each of levels from 0 (black) to 255, from the left
   */
  public GreyImage(int[][] rows) {
    this.rows = rows;
  }

  /** The rows themselves. */
  public int[][] rows() {
    return rows;
  }

  public int width() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  public int height() {
    return rows.length;
  }

  /** The image as PNG with 8 bits a pixel. */
  public byte[] png() {
    BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < rows.length; y++) {
      image.getRaster().setSamples(0, y, width(), 1, 0, rows[y]);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes what is written to it", impossible);
    }
    return png.toByteArray();
  }
}
