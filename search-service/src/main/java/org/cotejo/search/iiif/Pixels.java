package org.cotejo.search.iiif;

/**
 * A picture in memory: one byte a pixel for gray, or three (blue, green, red).
 *
 * @param width at least 1
 * @param height at least 1
 * @param bands 1 or 3
 * @param samples row by row, {@code width * height * bands} bytes; never changed once it stands
 *     here
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes by the million; equality is never asked for.
public record Pixels(int width, int height, int bands, byte[] samples) {
  private static final int WHITE = 255;

  /** Half of {@link #WHITE}: lighter pixels become white in a bitonal picture. */
  private static final int THRESHOLD = 128;

  /** Bits behind the point between the two steps of scaling; with the weights they fit an int. */
  private static final int KEPT = 4;

  /** Luma of ITU-R BT.601 in thousandths, for blue, green and red. */
  private static final int[] LUMA = {114, 587, 299};

  public Pixels {
    if (width < 1
        || height < 1
        || (bands != 1 && bands != 3)
        || samples.length != (long) width * height * bands) {
      throw new IllegalArgumentException("samples do not fill the picture");
    }
  }

  /** An empty (black) picture. */
  public static byte[] room(int width, int height, int bands) {
    return new byte[Math.toIntExact((long) width * height * bands)];
  }

  /** A rectangle of it. */
  public Pixels cut(int x, int y, int cutWidth, int cutHeight) {
    if (x == 0 && y == 0 && cutWidth == width && cutHeight == height) {
      return this;
    }
    byte[] cut = room(cutWidth, cutHeight, bands);
    for (int row = 0; row < cutHeight; row++) {
      System.arraycopy(
          samples, ((y + row) * width + x) * bands, cut, row * cutWidth * bands, cutWidth * bands);
    }
    return new Pixels(cutWidth, cutHeight, bands, cut);
  }

  /** Half as wide and high, rounded up; each pixel is the mean of up to four. */
  public Pixels halved() {
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    byte[] half = room(halfWidth, halfHeight, bands);
    int inner = width / 2 * bands;
    for (int row = 0; row < halfHeight; row++) {
      int above = 2 * row * width * bands;
      int below = Math.min(2 * row + 1, height - 1) * width * bands;
      int to = row * halfWidth * bands;
      int left = 0;
      for (int index = 0; index < inner; index += bands, left += 2 * bands) {
        for (int band = left; band < left + bands; band++) {
          int sum =
              at(above + band)
                  + at(above + band + bands)
                  + at(below + band)
                  + at(below + band + bands);
          half[to + index + band - left] = (byte) ((sum + 2) >> 2);
        }
      }
      for (int band = 0; inner < halfWidth * bands && band < bands; band++) {
        int sum = at(above + left + band) + at(below + left + band);
        half[to + inner + band] = (byte) ((sum + 1) >> 1);
      }
    }
    return new Pixels(halfWidth, halfHeight, bands, half);
  }

  /** Another size: means of the area that a new pixel covers, or linear between old ones. */
  public Pixels scaled(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    Weights across = Weights.of(width, newWidth);
    Weights down = Weights.of(height, newHeight);
    byte[] scaled = room(newWidth, newHeight, bands);
    int[] column = new int[width * bands];
    int[] line = new int[width * bands];
    int held = -1;
    for (int row = 0; row < newHeight; row++) {
      java.util.Arrays.fill(column, 1 << (Weights.BITS - KEPT - 1));
      for (int tap = down.start[row]; tap < down.start[row + 1]; tap++) {
        int from = down.first[row] + tap - down.start[row];
        if (from != held) {
          read(from, line);
          held = from;
        }
        add(line, down.weight[tap], column);
      }
      for (int index = 0; index < column.length; index++) {
        column[index] >>= Weights.BITS - KEPT;
      }
      if (bands == 1) {
        spreadGray(across, column, scaled, row * newWidth);
      } else {
        spreadColours(across, column, scaled, row * newWidth * 3);
      }
    }
    return new Pixels(newWidth, newHeight, bands, scaled);
  }

  /** A row as numbers; apart from {@link #add}, which the compiler then makes vectors of. */
  private void read(int row, int[] line) {
    int from = row * line.length;
    for (int index = 0; index < line.length; index++) {
      line[index] = samples[from + index] & WHITE;
    }
  }

  private static void add(int[] line, int weight, int[] column) {
    for (int index = 0; index < column.length; index++) {
      column[index] += weight * line[index];
    }
  }

  private static void spreadGray(Weights across, int[] column, byte[] scaled, int to) {
    int shift = Weights.BITS + KEPT;
    for (int x = 0; x < across.first.length; x++) {
      int sample = across.first[x];
      int sum = 1 << (shift - 1);
      for (int tap = across.start[x]; tap < across.start[x + 1]; tap++, sample++) {
        sum += across.weight[tap] * column[sample];
      }
      scaled[to + x] = (byte) (sum >> shift);
    }
  }

  private static void spreadColours(Weights across, int[] column, byte[] scaled, int to) {
    int shift = Weights.BITS + KEPT;
    int at = to;
    for (int x = 0; x < across.first.length; x++, at += 3) {
      int sample = across.first[x] * 3;
      int blue = 1 << (shift - 1);
      int green = blue;
      int red = blue;
      for (int tap = across.start[x]; tap < across.start[x + 1]; tap++, sample += 3) {
        int weight = across.weight[tap];
        blue += weight * column[sample];
        green += weight * column[sample + 1];
        red += weight * column[sample + 2];
      }
      scaled[at] = (byte) (blue >> shift);
      scaled[at + 1] = (byte) (green >> shift);
      scaled[at + 2] = (byte) (red >> shift);
    }
  }

  /** Left and right exchanged. */
  public Pixels mirrored() {
    byte[] mirrored = room(width, height, bands);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy(x, y, mirrored, y * width + width - 1 - x);
      }
    }
    return new Pixels(width, height, bands, mirrored);
  }

  /** Turned clockwise by 90 degrees so many times. */
  public Pixels turned(int quarterTurns) {
    if (quarterTurns == 0) {
      return this;
    }
    boolean upright = quarterTurns == 2;
    int newWidth = upright ? width : height;
    int newHeight = upright ? height : width;
    byte[] turned = room(newWidth, newHeight, bands);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int target =
            switch (quarterTurns) {
              case 1 -> x * newWidth + newWidth - 1 - y;
              case 2 -> (height - 1 - y) * newWidth + newWidth - 1 - x;
              case 3 -> (newHeight - 1 - x) * newWidth + y;
              default -> throw new IllegalArgumentException("quarter turns are 0 to 3");
            };
        copy(x, y, turned, target);
      }
    }
    return new Pixels(newWidth, newHeight, bands, turned);
  }

  /** In shades of gray. */
  public Pixels gray() {
    if (bands == 1) {
      return this;
    }
    byte[] gray = room(width, height, 1);
    for (int pixel = 0; pixel < gray.length; pixel++) {
      int luma =
          LUMA[0] * at(pixel * 3) + LUMA[1] * at(pixel * 3 + 1) + LUMA[2] * at(pixel * 3 + 2);
      gray[pixel] = (byte) ((luma + 500) / 1000);
    }
    return new Pixels(width, height, 1, gray);
  }

  /** In black and white, as gray samples of 0 and 255. */
  public Pixels bitonal() {
    Pixels gray = gray();
    byte[] bitonal = room(width, height, 1);
    for (int pixel = 0; pixel < bitonal.length; pixel++) {
      bitonal[pixel] = (byte) (gray.at(pixel) < THRESHOLD ? 0 : WHITE);
    }
    return new Pixels(width, height, 1, bitonal);
  }

  private void copy(int x, int y, byte[] target, int pixel) {
    System.arraycopy(samples, (y * width + x) * bands, target, pixel * bands, bands);
  }

  private int at(int index) {
    return samples[index] & WHITE;
  }

  /**
   * Which old samples make each new one along one side, and by how much.
   *
   * @param first old sample of each new one
   * @param start of each new one's weights, and their end
   * @param weight in parts of {@code 1 << BITS}; those of a new sample sum up to that
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in the innermost loops.
  private record Weights(int[] first, int[] start, int[] weight) {
    static final int BITS = 16;
    private static final double NEARLY = 1e-9;

    static Weights of(int length, int newLength) {
      double step = (double) length / newLength;
      int most = (int) Math.ceil(Math.max(1, step)) + 1;
      int[] first = new int[newLength];
      int[] start = new int[newLength + 1];
      int[] weight = new int[Math.multiplyExact(newLength, most)];
      double[] shares = new double[most];
      for (int index = 0; index < newLength; index++) {
        int count =
            step >= 1
                ? cover(index * step, Math.min(length, (index + 1) * step), length, shares)
                : between((index + 0.5) * step - 0.5, length, shares);
        first[index] =
            step >= 1 ? from(index * step, length) : left((index + 0.5) * step - 0.5, length);
        start[index + 1] = start[index] + count;
        whole(shares, count, weight, start[index]);
      }
      return new Weights(first, start, weight);
    }

    /** Weights in whole numbers; what rounding leaves over goes to the greatest. */
    private static void whole(double[] shares, int count, int[] weight, int at) {
      double sum = 0;
      for (int tap = 0; tap < count; tap++) {
        sum += shares[tap];
      }
      int left = 1 << BITS;
      int greatest = at;
      for (int tap = 0; tap < count; tap++) {
        weight[at + tap] = (int) Math.round(shares[tap] / sum * (1 << BITS));
        left -= weight[at + tap];
        greatest = weight[at + tap] > weight[greatest] ? at + tap : greatest;
      }
      weight[greatest] += left;
    }

    private static int from(double start, int length) {
      return Math.min((int) Math.floor(start + NEARLY), length - 1);
    }

    private static int cover(double start, double end, int length, double[] shares) {
      int from = from(start, length);
      int to = Math.min(length, Math.max(from + 1, (int) Math.ceil(end - NEARLY)));
      for (int sample = from; sample < to; sample++) {
        shares[sample - from] = Math.min(end, sample + 1.0) - Math.max(start, sample);
      }
      return to - from;
    }

    private static int left(double place, int length) {
      return Math.min((int) Math.clamp(place, 0, length - 1.0), Math.max(0, length - 2));
    }

    private static int between(double place, int length, double[] shares) {
      double share = Math.clamp(place, 0, length - 1.0) - left(place, length);
      shares[0] = length == 1 ? 1 : 1 - share;
      shares[1] = share;
      return Math.min(2, length);
    }
  }
}
