package org.cotejo.search.iiif;

import java.util.Arrays;

/**
 * A picture in colours, an int a pixel: red in the highest 8 bits, then green, then blue; the
 * lowest 8 mean nothing. So the codec has them too.
 *
 * @param width at least 1
 * @param height at least 1
 * @param words row by row, {@code width * height}; never changed once they stand here
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels by the million; equality is never asked for.
public record ColourPixels(int width, int height, int[] words) implements Pixels, Lines<int[]> {
  private static final int RED = 24;
  private static final int GREEN = 16;
  private static final int BLUE = 8;
  private static final int SAMPLE = 255;

  /** Luma of ITU-R BT.601 in thousandths. */
  private static final int LUMA_RED = 299;

  private static final int LUMA_GREEN = 587;
  private static final int LUMA_BLUE = 114;

  /** Bits from one channel to the next where all three stand in a long: sums of 20 bits fit. */
  private static final int LANE = 21;

  private static final long ONES = 1L | 1L << LANE | 1L << (2 * LANE);

  public ColourPixels {
    if (width < 1 || height < 1 || words.length != (long) width * height) {
      throw new IllegalArgumentException("pixels do not fill the picture");
    }
  }

  /** A pixel out of its samples, 0 to 255 each. */
  public static int word(int red, int green, int blue) {
    return red << RED | green << GREEN | blue << BLUE;
  }

  @Override
  public int bands() {
    return 3;
  }

  @Override
  public int sample(int x, int y, int band) {
    return (words[y * width + x] >>> (RED - 8 * band)) & SAMPLE;
  }

  @Override
  public ColourPixels cut(int x, int y, int cutWidth, int cutHeight) {
    if (cutWidth == width && cutHeight == height) {
      return this;
    }
    int[] cut = new int[cutWidth * cutHeight];
    for (int row = 0; row < cutHeight; row++) {
      System.arraycopy(words, (y + row) * width + x, cut, row * cutWidth, cutWidth);
    }
    return new ColourPixels(cutWidth, cutHeight, cut);
  }

  @Override
  public ColourPixels halved() {
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    int[] half = new int[halfWidth * halfHeight];
    for (int row = 0; row < halfHeight; row++) {
      int above = 2 * row * width;
      int below = Math.min(2 * row + 1, height - 1) * width;
      int to = row * halfWidth;
      for (int x = 0; x < width / 2; x++, above += 2, below += 2) {
        half[to + x] = mean(words[above], words[above + 1], words[below], words[below + 1]);
      }
      if (width % 2 != 0) {
        half[to + halfWidth - 1] = mean(words[above], words[above], words[below], words[below]);
      }
    }
    return new ColourPixels(halfWidth, halfHeight, half);
  }

  /** Red and blue are summed up together, 16 bits apart, and green alone. */
  private static int mean(int one, int two, int three, int four) {
    int apart = 0x00FF00FF;
    int redAndBlue =
        (one >>> BLUE & apart)
            + (two >>> BLUE & apart)
            + (three >>> BLUE & apart)
            + (four >>> BLUE & apart)
            + 0x00020002;
    int green =
        (one >>> GREEN & SAMPLE)
            + (two >>> GREEN & SAMPLE)
            + (three >>> GREEN & SAMPLE)
            + (four >>> GREEN & SAMPLE)
            + 2;
    return (redAndBlue >>> 2 & apart) << BLUE | green >>> 2 << GREEN;
  }

  @Override
  public void read(int y, int[] target, int at) {
    System.arraycopy(words, y * width, target, at, width);
  }

  @Override
  public ColourPixels scaled(int newWidth, int newHeight) {
    return newWidth == width && newHeight == height ? this : scaled(this, newWidth, newHeight);
  }

  /** A picture in another size. */
  public static ColourPixels scaled(Lines<int[]> picture, int newWidth, int newHeight) {
    int[] scaled = new int[Math.multiplyExact(newWidth, newHeight)];
    int width = picture.width();
    if (newWidth == width && newHeight == picture.height()) {
      for (int y = 0; y < newHeight; y++) {
        picture.read(y, scaled, y * width);
      }
      return new ColourPixels(newWidth, newHeight, scaled);
    }
    Scaling across = Scaling.of(width, newWidth);
    Scaling down = Scaling.of(picture.height(), newHeight);
    int[] line = new int[width];
    Sums sums = new Sums(new int[width], new int[width], new int[width], new long[width]);
    for (int row = 0; row < newHeight; row++) {
      sums.begin();
      for (int tap = 0; tap < down.taps(); tap++) {
        int weight = down.weight()[row * down.taps() + tap];
        if (weight != 0) {
          picture.read(down.first()[row] + tap, line, 0);
          add(line, weight, sums.red, sums.green, sums.blue);
        }
      }
      sums.join();
      spread(across, sums.joined, scaled, row * newWidth);
    }
    return new ColourPixels(newWidth, newHeight, scaled);
  }

  /** Channels of the rows that make a new row, apart, and then side by side in longs. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Sums(int[] red, int[] green, int[] blue, long[] joined) {
    void begin() {
      Arrays.fill(red, Scaling.HALF);
      Arrays.fill(green, Scaling.HALF);
      Arrays.fill(blue, Scaling.HALF);
    }

    void join() {
      for (int x = 0; x < joined.length; x++) {
        joined[x] =
            (long) (red[x] >> Scaling.BITS) << (2 * LANE)
                | (long) (green[x] >> Scaling.BITS) << LANE
                | blue[x] >> Scaling.BITS;
      }
    }
  }

  /**
   * Apart, and over a line of its own from its beginning: so the compiler makes vectors of it, six
   * times as fast.
   */
  private static void add(int[] line, int weight, int[] red, int[] green, int[] blue) {
    for (int x = 0; x < line.length; x++) {
      int word = line[x];
      red[x] += weight * (word >>> RED);
      green[x] += weight * (word >>> GREEN & SAMPLE);
      blue[x] += weight * (word >>> BLUE & SAMPLE);
    }
  }

  private static void spread(Scaling across, long[] joined, int[] scaled, int to) {
    int[] first = across.first();
    int[] weight = across.weight();
    if (across.taps() == 3) { // Any size between half and whole: nearly all that is drawn.
      for (int x = 0; x < first.length; x++) {
        int at = 3 * x;
        int sample = first[x];
        scaled[to + x] =
            word(
                weight[at] * joined[sample]
                    + weight[at + 1] * joined[sample + 1]
                    + weight[at + 2] * joined[sample + 2]);
      }
      return;
    }
    int at = 0;
    for (int x = 0; x < first.length; x++) {
      long sum = 0;
      for (int tap = 0; tap < across.taps(); tap++) {
        sum += weight[at++] * joined[first[x] + tap];
      }
      scaled[to + x] = word(sum);
    }
  }

  private static int word(long sums) {
    long rounded = sums + Scaling.HALF * ONES;
    return word(
        (int) (rounded >>> (2 * LANE + Scaling.BITS)),
        (int) (rounded >>> (LANE + Scaling.BITS)) & SAMPLE,
        (int) (rounded >>> Scaling.BITS) & SAMPLE);
  }

  @Override
  public ColourPixels mirrored() {
    int[] mirrored = new int[words.length];
    for (int y = 0; y < height; y++) {
      int last = (y + 1) * width - 1;
      for (int x = 0; x < width; x++) {
        mirrored[last - x] = words[y * width + x];
      }
    }
    return new ColourPixels(width, height, mirrored);
  }

  @Override
  public ColourPixels turned(int quarterTurns) {
    if (quarterTurns == 0) {
      return this;
    }
    Turn turn = Turn.of(width, height, quarterTurns);
    int[] turned = new int[words.length];
    for (int top = 0; top < height; top += Turn.BLOCK) {
      int bottom = Math.min(height, top + Turn.BLOCK);
      for (int x = 0; x < width; x++) {
        int to = turn.target(x, top);
        for (int y = top; y < bottom; y++, to += turn.down()) {
          turned[to] = words[y * width + x];
        }
      }
    }
    return new ColourPixels(turn.width(), turn.height(), turned);
  }

  @Override
  public GrayPixels gray() {
    byte[] gray = new byte[words.length];
    for (int pixel = 0; pixel < gray.length; pixel++) {
      int word = words[pixel];
      int luma =
          LUMA_RED * (word >>> RED)
              + LUMA_GREEN * (word >>> GREEN & SAMPLE)
              + LUMA_BLUE * (word >>> BLUE & SAMPLE);
      gray[pixel] = (byte) ((luma + 500) / 1000);
    }
    return new GrayPixels(width, height, gray);
  }
}
