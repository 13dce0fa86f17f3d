package org.cotejo.search.iiif.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.search.iiif.Pixels;

/**
 * Reads and writes JPEG files by libjpeg-turbo, which Leptonica carries. Native memory is that of
 * one image at a time and is given back before a method returns.
 */
final class JpegFiles {
  private static final int FORMAT_JFIF = 0xFFD8;

  static {
    // JavaCPP would run the garbage collector, and then refuse to allocate, when the process is
    // larger than a multiple of the heap; this memory is bounded by the limits of pages.
    System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    Loader.load(leptonica.class);
    leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
  }

  private JpegFiles() {}

  /** Whether a file begins as a JPEG does. */
  static boolean is(byte[] file) {
    return file.length > 2 && ((file[0] & 0xFF) << 8 | (file[1] & 0xFF)) == FORMAT_JFIF;
  }

  /**
   * Decodes a JPEG in gray or colours.
   *
   * @param maximumPixels checked in the header, before anything is decoded
   * @throws IllegalArgumentException when it is damaged or larger
   */
  static Pixels read(byte[] file, long maximumPixels) {
    try (BytePointer content = new BytePointer(file)) {
      checkSize(content, file.length, maximumPixels);
      PIX pix = leptonica.pixReadMemJpeg(content, file.length, 0, 1, (IntPointer) null, 0);
      if (pix == null || pix.isNull()) {
        throw new IllegalArgumentException("an image file is damaged");
      }
      try {
        return pixels(pix);
      } finally {
        leptonica.pixDestroy(pix);
      }
    }
  }

  /**
   * A picture as baseline JPEG, colours at half resolution.
   *
   * @param quality of the encoder, 1 to 100
   */
  static byte[] write(Pixels picture, int quality) {
    int depth = picture.bands() == 1 ? 8 : 32;
    PIX pix = leptonica.pixCreate(picture.width(), picture.height(), depth);
    if (pix == null || pix.isNull()) {
      throw new IllegalStateException("there is no memory for a picture");
    }
    try (BytePointer content = new BytePointer();
        SizeTPointer size = new SizeTPointer(1)) {
      fill(pix, picture);
      if (leptonica.pixWriteMemJpeg(content, size, pix, quality, 0) != 0 || content.isNull()) {
        throw new IllegalStateException("a picture cannot be written");
      }
      byte[] file = new byte[Math.toIntExact(size.get())];
      content.position(0).capacity(file.length).get(file);
      leptonica.lept_free(content);
      return file;
    } finally {
      leptonica.pixDestroy(pix);
    }
  }

  private static void checkSize(BytePointer content, int length, long maximumPixels) {
    try (IntPointer width = new IntPointer(1);
        IntPointer height = new IntPointer(1)) {
      int result =
          leptonica.readHeaderMemJpeg(
              content,
              length,
              width,
              height,
              (IntPointer) null,
              (IntPointer) null,
              (IntPointer) null);
      if (result != 0) {
        throw new IllegalArgumentException("an image file is damaged");
      }
      long pixels = (long) width.get() * height.get();
      if (pixels > maximumPixels) {
        throw new IllegalArgumentException("an image of " + pixels + " pixels is too large");
      }
    }
  }

  /** Leptonica keeps a line in words of 32 bits, the leftmost pixel in the highest. */
  private static Pixels pixels(PIX pix) {
    boolean gray = pix.d() == 8;
    int width = pix.w();
    int height = pix.h();
    byte[] samples = Pixels.room(width, height, gray ? 1 : 3);
    if (gray) {
      leptonica.pixEndianByteSwap(pix);
      ByteBuffer data = data(pix);
      int stride = leptonica.pixGetWpl(pix) * Integer.BYTES;
      for (int y = 0; y < height; y++) {
        data.get(y * stride, samples, y * width, width);
      }
      return new Pixels(width, height, 1, samples);
    }
    IntBuffer data = data(pix).asIntBuffer();
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
      data.get(y * leptonica.pixGetWpl(pix), line);
      int at = y * width * 3;
      for (int word : line) {
        samples[at] = (byte) (word >> 8);
        samples[at + 1] = (byte) (word >> 16);
        samples[at + 2] = (byte) (word >> 24);
        at += 3;
      }
    }
    return new Pixels(width, height, 3, samples);
  }

  private static void fill(PIX pix, Pixels picture) {
    int width = picture.width();
    byte[] samples = picture.samples();
    if (picture.bands() == 1) {
      ByteBuffer data = data(pix);
      int stride = leptonica.pixGetWpl(pix) * Integer.BYTES;
      for (int y = 0; y < picture.height(); y++) {
        data.put(y * stride, samples, y * width, width);
      }
      leptonica.pixEndianByteSwap(pix);
      return;
    }
    IntBuffer data = data(pix).asIntBuffer();
    int[] line = new int[width];
    for (int y = 0; y < picture.height(); y++) {
      int at = y * width * 3;
      for (int x = 0; x < width; x++, at += 3) {
        line[x] =
            (samples[at] & 0xFF) << 8
                | (samples[at + 1] & 0xFF) << 16
                | (samples[at + 2] & 0xFF) << 24;
      }
      data.put(y * leptonica.pixGetWpl(pix), line);
    }
  }

  private static ByteBuffer data(PIX pix) {
    long bytes = (long) leptonica.pixGetWpl(pix) * Integer.BYTES * pix.h();
    return new BytePointer(leptonica.pixGetData(pix))
        .capacity(bytes)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
  }
}
