package org.cotejo.search.iiif.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.search.iiif.ColourPixels;

/**
 * A decoded picture in native memory, from which rectangles are taken without a copy of the whole.
 * To be closed.
 *
 * <p>Leptonica keeps a line in words of 32 bits, the leftmost pixel in the highest, and a pixel in
 * colours as {@link ColourPixels} has it.
 */
final class JpegPicture implements Picture {
  private static final int GRAY_BITS = 8;

  private final PIX pix;
  private final int width;
  private final int height;
  private final boolean gray;
  private final int lineBytes;
  private final ByteBuffer data;
  private final IntBuffer words;

  JpegPicture(PIX pix) {
    this.pix = pix;
    this.width = pix.w();
    this.height = pix.h();
    this.gray = pix.d() == GRAY_BITS;
    this.lineBytes = pix.wpl() * Integer.BYTES;
    if (gray) {
      leptonica.pixEndianByteSwap(pix);
    }
    this.data = data(pix);
    this.words = data.asIntBuffer();
  }

  /** The words of a picture in native memory. */
  static ByteBuffer data(PIX pix) {
    long bytes = (long) pix.wpl() * Integer.BYTES * pix.h();
    return new BytePointer(pix.data())
        .capacity(bytes)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public boolean gray() {
    return gray;
  }

  @Override
  public void copy(int x, int y, int count, byte[] target, int at) {
    data.get(y * lineBytes + x, target, at, count);
  }

  @Override
  public void copy(int x, int y, int count, int[] target, int at) {
    words.get(y * lineBytes / Integer.BYTES + x, target, at, count);
  }

  @Override
  public void close() {
    leptonica.pixDestroy(pix);
  }
}
