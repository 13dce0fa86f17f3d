package org.cotejo.ocr.surrogates.leptonica;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.ocr.surrogates.FinishedPage.EncodedImage;
import org.cotejo.ocr.surrogates.PageFailure;
import org.jspecify.annotations.Nullable;

/** An image in Leptonica's memory; freed when closed, not for several threads. */
public final class NativeImage implements AutoCloseable {
  /** Pixels of a BGR or RGB image that are compared to tell colour from grey. */
  private static final int COLOUR_SAMPLE_STEP = 3;

  /** Difference between the channels that paper of any tint and a scanner's fringe stay below. */
  private static final int COLOUR_DIFFERENCE = 24;

  /** Part of the sampled pixels that must be coloured: a stamp, not dust. */
  private static final double COLOUR_PART = 0.002;

  private final PIX pix;

  private NativeImage(PIX pix) {
    this.pix = pix;
  }

  /**
   * Takes over an image.
   *
   * @param pix null when Leptonica failed
   * @throws PageFailure when it is null
   */
  public static NativeImage owning(@Nullable PIX pix, String step) {
    if (pix == null || pix.isNull()) {
      throw new PageFailure(
          "surrogates.imaging-failed", "The page could not be worked on: " + step + ".");
    }
    return new NativeImage(pix);
  }

  /** A copy of an image in Java memory: grey with 8 bits, or colour when it holds any. */
  public static NativeImage of(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_BYTE_GRAY
        ? ofGrey(image)
        : ofColours(image, !hasColour(image));
  }

  /** Decodes a PNG that this service wrote. */
  public static NativeImage ofPng(byte[] png) {
    try (BytePointer content = new BytePointer(png)) {
      return owning(leptonica.pixReadMemPng(content, png.length), "decoding the surrogate");
    }
  }

  public PIX pix() {
    return pix;
  }

  public int widthPixels() {
    return pix.w();
  }

  public int heightPixels() {
    return pix.h();
  }

  /**
   * A grey image with the shades of its paper taken away.
   *
   * @throws PageFailure when it is smaller than the tiles that shades are measured in
   */
  public NativeImage onEvenBackground() {
    return owning(
        leptonica.pixBackgroundNormSimple(pix, null, null), "taking shades off the paper");
  }

  /** The levels of one line of an image with 8 bits a pixel, from the left. */
  public int[] greyLine(int y) {
    int[] levels = new int[widthPixels()];
    readGrey(0, y, levels, 0, levels.length);
    return levels;
  }

  /**
   * The levels of a rectangle of an image with 8 bits a pixel, row by row from the top.
   *
   * @param left of the rectangle, which lies within the image, as do {@code top} and the sizes
   */
  public int[] greySamples(int left, int top, int width, int height) {
    int[] levels = new int[width * height];
    for (int y = 0; y < height; y++) {
      readGrey(left, top + y, levels, y * width, width);
    }
    return levels;
  }

  private void readGrey(int left, int y, int[] levels, int at, int count) {
    if (pix.d() != 8) {
      throw new IllegalStateException("the image has " + pix.d() + " bits a pixel, not 8");
    }
    int first = left >> 2;
    int[] words = new int[((left + count + 3) >> 2) - first];
    long start = (long) y * leptonica.pixGetWpl(pix) + first;
    leptonica.pixGetData(pix).position(start).get(words, 0, words.length);
    for (int x = 0; x < count; x++) {
      int pixel = left + x;
      levels[at + x] = words[(pixel >> 2) - first] >> (24 - 8 * (pixel & 3)) & 0xFF;
    }
  }

  /**
   * An image of 8 or 32 bits a pixel as PNG.
   *
   * @param compressionLevel of zlib, 1 (fast) to 9
   */
  public EncodedImage png(int compressionLevel) {
    return new EncodedImage(
        new PngWriter(new PixRows(pix), compressionLevel).file(), widthPixels(), heightPixels());
  }

  /**
   * The image as baseline JPEG.
   *
   * @param quality 1 to 100
   */
  public EncodedImage jpeg(int quality) {
    try (BytePointer content = new BytePointer();
        SizeTPointer size = new SizeTPointer(1)) {
      int result = leptonica.pixWriteMemJpeg(content, size, pix, quality, 0);
      return encoded(result, content, size);
    }
  }

  @Override
  public void close() {
    leptonica.pixDestroy(pix);
  }

  private EncodedImage encoded(int result, BytePointer content, SizeTPointer size) {
    if (result != 0 || content.isNull()) {
      throw new PageFailure("surrogates.imaging-failed", "The page image could not be written.");
    }
    try {
      byte[] bytes = new byte[Math.toIntExact(size.get())];
      content.position(0).capacity(bytes.length).get(bytes);
      return new EncodedImage(bytes, widthPixels(), heightPixels());
    } finally {
      leptonica.lept_free(content);
    }
  }

  /** Rows of an image of 8 or 32 bits a pixel, the last eight of which say nothing. */
  private record PixRows(PIX pix) implements PngWriter.Rows {
    PixRows {
      if (pix.d() != 8 && pix.d() != 32) {
        throw new IllegalArgumentException("an image of %d bits a pixel".formatted(pix.d()));
      }
    }

    @Override
    public int width() {
      return pix.w();
    }

    @Override
    public int height() {
      return pix.h();
    }

    @Override
    public int pixelBytes() {
      return pix.d() == 8 ? 1 : 3;
    }

    @Override
    public int resolutionDpi() {
      return leptonica.pixGetXRes(pix);
    }

    @Override
    public void read(int y, byte[] target) {
      int[] words = new int[leptonica.pixGetWpl(pix)];
      leptonica.pixGetData(pix).position((long) y * words.length).get(words, 0, words.length);
      if (pixelBytes() == 1) {
        for (int x = 0; x < target.length; x++) {
          target[x] = (byte) (words[x >> 2] >> (24 - 8 * (x & 3)));
        }
      } else {
        for (int x = 0, at = 0; x < width(); x++, at += 3) {
          target[at] = (byte) (words[x] >> 24);
          target[at + 1] = (byte) (words[x] >> 16);
          target[at + 2] = (byte) (words[x] >> 8);
        }
      }
    }
  }

  private static NativeImage ofGrey(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    NativeImage target = owning(leptonica.pixCreate(width, height, 8), "taking memory");
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int wordsPerLine = leptonica.pixGetWpl(target.pix);
    int[] line = new int[wordsPerLine];
    IntPointer data = leptonica.pixGetData(target.pix);
    for (int y = 0; y < height; y++) {
      packGrey(samples, y * width, width, line);
      data.position((long) y * wordsPerLine).put(line, 0, wordsPerLine);
    }
    return target;
  }

  /** Four grey pixels to a word, the first in the highest byte. */
  private static void packGrey(byte[] samples, int from, int width, int[] line) {
    java.util.Arrays.fill(line, 0);
    for (int x = 0; x < width; x++) {
      line[x >> 2] |= (samples[from + x] & 0xFF) << (24 - 8 * (x & 3));
    }
  }

  private static NativeImage ofColours(BufferedImage image, boolean toGrey) {
    int width = image.getWidth();
    int height = image.getHeight();
    NativeImage target =
        owning(leptonica.pixCreate(width, height, toGrey ? 8 : 32), "taking memory");
    int wordsPerLine = leptonica.pixGetWpl(target.pix);
    int[] line = new int[wordsPerLine];
    int[] colours = new int[width];
    IntPointer data = leptonica.pixGetData(target.pix);
    for (int y = 0; y < height; y++) {
      readLine(image, y, colours);
      if (toGrey) {
        packLuminance(colours, line);
      } else {
        for (int x = 0; x < width; x++) {
          line[x] = colours[x] << 8;
        }
      }
      data.position((long) y * wordsPerLine).put(line, 0, wordsPerLine);
    }
    return target;
  }

  private static void packLuminance(int[] colours, int[] line) {
    java.util.Arrays.fill(line, 0);
    for (int x = 0; x < colours.length; x++) {
      int colour = colours[x];
      int luminance =
          (77 * (colour >> 16 & 0xFF) + 151 * (colour >> 8 & 0xFF) + 28 * (colour & 0xFF)) >> 8;
      line[x >> 2] |= luminance << (24 - 8 * (x & 3));
    }
  }

  /**
   * The colours of a line; from the bytes themselves where they stand in order, which is quicker.
   */
  private static void readLine(BufferedImage image, int y, int[] colours) {
    boolean plain =
        image.getType() == BufferedImage.TYPE_3BYTE_BGR
            && image.getRaster().getParent() == null
            && image.getRaster().getDataBuffer() instanceof DataBufferByte;
    if (!plain) {
      image.getRGB(0, y, colours.length, 1, colours, 0, colours.length);
      return;
    }
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int at = y * colours.length * 3;
    for (int x = 0; x < colours.length; x++, at += 3) {
      colours[x] =
          (samples[at + 2] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8 | (samples[at] & 0xFF);
    }
  }

  private static boolean hasColour(BufferedImage image) {
    int[] colours = new int[image.getWidth()];
    long sampled = 0;
    long coloured = 0;
    for (int y = 0; y < image.getHeight(); y += COLOUR_SAMPLE_STEP) {
      readLine(image, y, colours);
      for (int x = 0; x < colours.length; x += COLOUR_SAMPLE_STEP) {
        sampled++;
        coloured += isColoured(colours[x]) ? 1 : 0;
      }
    }
    return coloured > COLOUR_PART * sampled;
  }

  private static boolean isColoured(int colour) {
    int red = colour >> 16 & 0xFF;
    int green = colour >> 8 & 0xFF;
    int blue = colour & 0xFF;
    int greatest = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    return greatest - least > COLOUR_DIFFERENCE;
  }
}
