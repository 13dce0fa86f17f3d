package org.cotejo.search.iiif.imaging;

import org.cotejo.search.iiif.ColourPixels;
import org.cotejo.search.iiif.GrayPixels;
import org.cotejo.search.iiif.Pixels;

/** Parts of a decoded picture as pixels, each line copied once. */
final class Mosaic {
  /** Lines that are held at once while a picture is halved; even. */
  private static final int STRIP = 256;

  private final int width;
  private final int height;
  private final byte[] samples;
  private final int[] words;

  private Mosaic(int width, int height, boolean gray) {
    this.width = width;
    this.height = height;
    int pixels = Math.multiplyExact(width, height);
    this.samples = new byte[gray ? pixels : 0];
    this.words = new int[gray ? 0 : pixels];
  }

  /** A rectangle of a picture. */
  static Pixels cut(Picture picture, int x, int y, int width, int height) {
    Mosaic cut = new Mosaic(width, height, picture.gray());
    for (int line = 0; line < height; line++) {
      if (picture.gray()) {
        picture.copy(x, y + line, width, cut.samples, line * width);
      } else {
        picture.copy(x, y + line, width, cut.words, line * width);
      }
    }
    return cut.pixels();
  }

  /** All of a picture. */
  static Pixels all(Picture picture) {
    return cut(picture, 0, 0, picture.width(), picture.height());
  }

  /** A picture half as wide and high; no more of the whole is held than a strip. */
  static Pixels halved(Picture picture) {
    Mosaic half = new Mosaic((picture.width() + 1) / 2, (picture.height() + 1) / 2, picture.gray());
    for (int y = 0; y < picture.height(); y += STRIP) {
      int height = Math.min(STRIP, picture.height() - y);
      half.lay(cut(picture, 0, y, picture.width(), height).halved(), y / 2);
    }
    return half.pixels();
  }

  private void lay(Pixels strip, int toY) {
    switch (strip) {
      case GrayPixels gray ->
          System.arraycopy(gray.samples(), 0, samples, toY * width, gray.samples().length);
      case ColourPixels colours ->
          System.arraycopy(colours.words(), 0, words, toY * width, colours.words().length);
    }
  }

  private Pixels pixels() {
    return words.length == 0
        ? new GrayPixels(width, height, samples)
        : new ColourPixels(width, height, words);
  }
}
