package org.cotejo.search.iiif.imaging;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A rectangle of a JPEG with restart markers, as a JPEG file, taken out without decoding.
 *
 * @param file the rectangle asked for and what stands around it up to the next markers
 * @param x left edge of that in the picture, in pixels
 * @param y top edge of that in the picture
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record JpegCut(byte[] file, int x, int y) {

  /** Takes out a rectangle inside the picture; the whole file where markers do not allow that. */
  static JpegCut of(byte[] file, int x, int y, int width, int height) {
    return JpegHeader.parse(file)
        .filter(header -> header.interval() > 0 && header.unitColumns() % header.interval() == 0)
        .flatMap(header -> cut(header, x, y, width, height))
        .orElseGet(() -> new JpegCut(file, 0, 0));
  }

  private static Optional<JpegCut> cut(JpegHeader header, int x, int y, int width, int height) {
    int stepX = header.interval() * header.unitWidth();
    int stepY = header.unitHeight();
    int columns = header.unitColumns() / header.interval();
    int left = x / stepX;
    int right = Math.min(columns, (x + width + stepX - 1) / stepX);
    int top = y / stepY;
    int bottom = Math.min(header.unitRows(), (y + height + stepY - 1) / stepY);
    if (left == 0 && top == 0 && right == columns && bottom == header.unitRows()) {
      return Optional.empty();
    }
    Parts parts = new Parts(header);
    int newWidth = Math.min(header.width(), right * stepX) - left * stepX;
    int newHeight = Math.min(header.height(), bottom * stepY) - top * stepY;
    parts.header(newWidth, newHeight);
    parts.skip(top * columns);
    for (int row = top; row < bottom; row++) {
      parts.skip(left);
      for (int column = left; column < right; column++) {
        parts.take();
      }
      if (row + 1 < bottom) {
        parts.skip(columns - right);
      }
    }
    return Optional.of(new JpegCut(parts.end(), left * stepX, top * stepY));
  }

  /** Goes through the parts between markers and writes some of them. */
  private static final class Parts {
    private final JpegHeader header;
    private final byte[] file;
    private final ByteArrayOutputStream to;
    private int at;
    private int taken;

    Parts(JpegHeader header) {
      this.header = header;
      this.file = header.file();
      this.at = header.scan();
      this.to = new ByteArrayOutputStream(file.length);
    }

    void header(int width, int height) {
      to.write(file, 0, header.frame());
      to.write(height >> 8);
      to.write(height);
      to.write(width >> 8);
      to.write(width);
      int behind = header.frame() + 4;
      to.write(file, behind, header.scan() - behind);
    }

    void skip(int count) {
      for (int part = 0; part < count; part++) {
        at = marker(at) + 2;
      }
    }

    void take() {
      if (taken > 0) {
        to.write(0xFF);
        to.write(JpegHeader.RST0 + (taken - 1) % 8);
      }
      int end = marker(at);
      to.write(file, at, end - at);
      at = end + 2;
      taken++;
    }

    byte[] end() {
      to.write(0xFF);
      to.write(JpegHeader.EOI);
      return to.toByteArray();
    }

    /** The next marker; a cut file ends like one. */
    private int marker(int from) {
      int place = Math.min(from, file.length);
      while (place + 1 < file.length && (file[place] != -1 || file[place + 1] == 0)) {
        place++;
      }
      return place + 1 < file.length ? place : file.length;
    }
  }
}
