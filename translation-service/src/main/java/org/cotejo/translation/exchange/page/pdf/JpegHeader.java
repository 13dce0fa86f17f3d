package org.cotejo.translation.exchange.page.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a JPEG says of itself before its samples (ITU T.81 annex B; JFIF 1.02).
 *
 * @param widthPixels its width
 * @param heightPixels its height
 * @param components 1 for grey, 3 for colour
 * @param dpi its resolution; 0 when it has none
 */
record JpegHeader(int widthPixels, int heightPixels, int components, int dpi) {
  private static final int START_OF_IMAGE = 0xFFD8;
  private static final int JFIF = 0xE0;
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int JPEG_EXTENSION = 0xC8;
  private static final int ARITHMETIC_CONDITIONS = 0xCC;
  private static final int DENSITY_OFFSET = 7;
  private static final int JFIF_LENGTH = 14;
  private static final double CENTIMETRES_PER_INCH = 2.54;

  /**
   * Reads the header.
   *
   * @throws IOException when this is no JPEG of grey or colour
   */
  static JpegHeader of(byte[] jpeg) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(jpeg);
    if (jpeg.length < 4 || (bytes.getShort() & 0xFFFF) != START_OF_IMAGE) {
      throw new IOException("the page image is no JPEG");
    }
    int dpi = 0;
    while (bytes.remaining() >= 4) {
      int fill = bytes.get() & 0xFF;
      int marker = bytes.get() & 0xFF;
      int length = bytes.getShort() & 0xFFFF;
      int body = bytes.position();
      if (fill != 0xFF || length < 2 || length - 2 > bytes.remaining()) {
        break;
      }
      if (marker == JFIF && length >= JFIF_LENGTH) {
        dpi = density(bytes, body);
      } else if (isFrame(marker) && length >= 8) {
        return frame(bytes, body, dpi);
      }
      bytes.position(body + length - 2);
    }
    throw new IOException("the page image is a broken JPEG");
  }

  private static JpegHeader frame(ByteBuffer bytes, int body, int dpi) throws IOException {
    int components = bytes.get(body + 5) & 0xFF;
    if (components != 1 && components != 3) {
      throw new IOException("the page image has " + components + " components");
    }
    return new JpegHeader(
        bytes.getShort(body + 3) & 0xFFFF, bytes.getShort(body + 1) & 0xFFFF, components, dpi);
  }

  private static int density(ByteBuffer bytes, int body) {
    int density = bytes.getShort(body + DENSITY_OFFSET + 1) & 0xFFFF;
    return switch (bytes.get(body + DENSITY_OFFSET)) {
      case 1 -> density;
      case 2 -> (int) Math.round(density * CENTIMETRES_PER_INCH);
      default -> 0;
    };
  }

  private static boolean isFrame(int marker) {
    return marker >= FIRST_FRAME
        && marker <= LAST_FRAME
        && marker != HUFFMAN_TABLES
        && marker != JPEG_EXTENSION
        && marker != ARITHMETIC_CONDITIONS;
  }
}
