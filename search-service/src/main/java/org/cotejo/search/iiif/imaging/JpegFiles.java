package org.cotejo.search.iiif.imaging;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.search.iiif.ColourPixels;
import org.cotejo.search.iiif.GrayPixels;
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

  /** Loads the native library and the classes around it by writing and reading a small picture. */
  static void load() {
    read(write(new GrayPixels(1, 1, new byte[1]), 1), 1);
  }

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
    try (JpegPicture picture = decode(file, maximumPixels, false)) {
      return Mosaic.all(picture);
    }
  }

  /**
   * The same, left in native memory.
   *
   * @param gray decodes the luma alone, which takes two thirds of the time
   */
  static JpegPicture decode(byte[] file, long maximumPixels, boolean gray) {
    try (BytePointer content = new BytePointer(file)) {
      checkSize(content, file.length, maximumPixels);
      int hint = gray ? leptonica.L_JPEG_READ_LUMINANCE : 0;
      PIX pix = leptonica.pixReadMemJpeg(content, file.length, 0, 1, (IntPointer) null, hint);
      if (pix == null || pix.isNull()) {
        throw new IllegalArgumentException("an image file is damaged");
      }
      return new JpegPicture(pix);
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

  private static void fill(PIX pix, Pixels picture) {
    ByteBuffer data = JpegPicture.data(pix);
    int width = picture.width();
    int wordsPerLine = pix.wpl();
    switch (picture) {
      case GrayPixels gray -> {
        for (int y = 0; y < gray.height(); y++) {
          data.put(y * wordsPerLine * Integer.BYTES, gray.samples(), y * width, width);
        }
        leptonica.pixEndianByteSwap(pix);
      }
      case ColourPixels colours -> {
        IntBuffer words = data.asIntBuffer();
        for (int y = 0; y < colours.height(); y++) {
          words.put(y * wordsPerLine, colours.words(), y * width, width);
        }
      }
    }
  }
}
