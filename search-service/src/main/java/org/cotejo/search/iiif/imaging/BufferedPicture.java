package org.cotejo.search.iiif.imaging;

import java.awt.image.BufferedImage;

/** A picture that ImageIO decoded. */
record BufferedPicture(BufferedImage image) implements Picture {
  @Override
  public int width() {
    return image.getWidth();
  }

  @Override
  public int height() {
    return image.getHeight();
  }

  @Override
  public boolean gray() {
    return image.getType() == BufferedImage.TYPE_BYTE_GRAY;
  }

  @Override
  public void copy(int x, int y, int count, byte[] target, int at) {
    byte[] line = (byte[]) image.getRaster().getDataElements(x, y, count, 1, null);
    System.arraycopy(line, 0, target, at, count);
  }

  @Override
  public void copy(int x, int y, int count, int[] target, int at) {
    image.getRGB(x, y, count, 1, target, at, count);
    for (int pixel = at; pixel < at + count; pixel++) {
      target[pixel] <<= Byte.SIZE;
    }
  }

  @Override
  public void close() {
    image.flush();
  }
}
