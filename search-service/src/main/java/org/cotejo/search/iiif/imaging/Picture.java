package org.cotejo.search.iiif.imaging;

/**
 * A decoded picture, from which parts of lines are taken; gray, or in colours as {@link
 * org.cotejo.search.iiif.ColourPixels} has them. To be closed.
 */
interface Picture extends AutoCloseable {
  int width();

  int height();

  boolean gray();

  /** Copies a part of a line, of a gray picture. */
  void copy(int x, int y, int count, byte[] target, int at);

  /** Copies a part of a line, of a picture in colours. */
  void copy(int x, int y, int count, int[] target, int at);

  @Override
  void close();
}
