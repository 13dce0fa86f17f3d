package org.cotejo.search.iiif;

import java.util.Arrays;

/**
 * A gray picture, a byte a pixel.
 *
 * @param width at least 1
 * @param height at least 1
 * @param samples row by row, {@code width * height}; never changed once they stand here
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes by the million; equality is never asked for.
public record GrayPixels(int width, int height, byte[] samples) implements Pixels, Lines<byte[]> {
  private static final int WHITE = 255;

  /** Half of {@link #WHITE}: lighter pixels become white in a bitonal picture. */
  private static final int THRESHOLD = 128;

  public GrayPixels {
    if (width < 1 || height < 1 || samples.length != (long) width * height) {
      throw new IllegalArgumentException("samples do not fill the picture");
    }
  }

  @Override
  public int bands() {
    return 1;
  }

  @Override
  public int sample(int x, int y, int band) {
    return samples[y * width + x] & WHITE;
  }

  @Override
  public GrayPixels cut(int x, int y, int cutWidth, int cutHeight) {
    if (cutWidth == width && cutHeight == height) {
      return this;
    }
    byte[] cut = new byte[cutWidth * cutHeight];
    for (int row = 0; row < cutHeight; row++) {
      System.arraycopy(samples, (y + row) * width + x, cut, row * cutWidth, cutWidth);
    }
    return new GrayPixels(cutWidth, cutHeight, cut);
  }

  @Override
  public GrayPixels halved() {
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    byte[] half = new byte[halfWidth * halfHeight];
    for (int row = 0; row < halfHeight; row++) {
      int above = 2 * row * width;
      int below = Math.min(2 * row + 1, height - 1) * width;
      int to = row * halfWidth;
      for (int x = 0; x < width / 2; x++, above += 2, below += 2) {
        int sum =
            (samples[above] & WHITE)
                + (samples[above + 1] & WHITE)
                + (samples[below] & WHITE)
                + (samples[below + 1] & WHITE);
        half[to + x] = (byte) ((sum + 2) >> 2);
      }
      if (width % 2 != 0) {
        half[to + halfWidth - 1] =
            (byte) (((samples[above] & WHITE) + (samples[below] & WHITE) + 1) >> 1);
      }
    }
    return new GrayPixels(halfWidth, halfHeight, half);
  }

  @Override
  public void read(int y, byte[] target, int at) {
    System.arraycopy(samples, y * width, target, at, width);
  }

  @Override
  public GrayPixels scaled(int newWidth, int newHeight) {
    return newWidth == width && newHeight == height ? this : scaled(this, newWidth, newHeight);
  }

  /** A picture in another size. */
  public static GrayPixels scaled(Lines<byte[]> picture, int newWidth, int newHeight) {
    byte[] scaled = new byte[Math.multiplyExact(newWidth, newHeight)];
    int width = picture.width();
    if (newWidth == width && newHeight == picture.height()) {
      for (int y = 0; y < newHeight; y++) {
        picture.read(y, scaled, y * width);
      }
      return new GrayPixels(newWidth, newHeight, scaled);
    }
    Scaling across = Scaling.of(width, newWidth);
    Scaling down = Scaling.of(picture.height(), newHeight);
    byte[] line = new byte[width];
    int[] numbers = new int[width];
    int[] column = new int[width];
    for (int row = 0; row < newHeight; row++) {
      Arrays.fill(column, Scaling.HALF);
      for (int tap = 0; tap < down.taps(); tap++) {
        int weight = down.weight()[row * down.taps() + tap];
        if (weight != 0) {
          picture.read(down.first()[row] + tap, line, 0);
          widen(line, numbers);
          add(numbers, weight, column);
        }
      }
      spread(across, column, scaled, row * newWidth);
    }
    return new GrayPixels(newWidth, newHeight, scaled);
  }

  /** Samples as numbers; apart from {@link #add}, which the compiler then makes vectors of. */
  private static void widen(byte[] line, int[] numbers) {
    for (int x = 0; x < line.length; x++) {
      numbers[x] = line[x] & WHITE;
    }
  }

  private static void add(int[] line, int weight, int[] column) {
    for (int x = 0; x < column.length; x++) {
      column[x] += weight * line[x];
    }
  }

  private static void spread(Scaling across, int[] column, byte[] scaled, int to) {
    for (int x = 0; x < column.length; x++) {
      column[x] >>= Scaling.BITS;
    }
    int taps = across.taps();
    int at = 0;
    for (int x = 0; x < across.first().length; x++) {
      int sample = across.first()[x];
      int sum = Scaling.HALF;
      for (int tap = 0; tap < taps; tap++) {
        sum += across.weight()[at++] * column[sample + tap];
      }
      scaled[to + x] = (byte) (sum >> Scaling.BITS);
    }
  }

  @Override
  public GrayPixels mirrored() {
    byte[] mirrored = new byte[samples.length];
    for (int y = 0; y < height; y++) {
      int last = (y + 1) * width - 1;
      for (int x = 0; x < width; x++) {
        mirrored[last - x] = samples[y * width + x];
      }
    }
    return new GrayPixels(width, height, mirrored);
  }

  @Override
  public GrayPixels turned(int quarterTurns) {
    if (quarterTurns == 0) {
      return this;
    }
    Turn turn = Turn.of(width, height, quarterTurns);
    byte[] turned = new byte[samples.length];
    for (int top = 0; top < height; top += Turn.BLOCK) {
      int bottom = Math.min(height, top + Turn.BLOCK);
      for (int x = 0; x < width; x++) {
        int to = turn.target(x, top);
        for (int y = top; y < bottom; y++, to += turn.down()) {
          turned[to] = samples[y * width + x];
        }
      }
    }
    return new GrayPixels(turn.width(), turn.height(), turned);
  }

  @Override
  public GrayPixels gray() {
    return this;
  }

  /** In black and white, as samples of 0 and 255. */
  public GrayPixels bitonal() {
    byte[] bitonal = new byte[samples.length];
    for (int pixel = 0; pixel < bitonal.length; pixel++) {
      bitonal[pixel] = (byte) ((samples[pixel] & WHITE) < THRESHOLD ? 0 : WHITE);
    }
    return new GrayPixels(width, height, bitonal);
  }
}
