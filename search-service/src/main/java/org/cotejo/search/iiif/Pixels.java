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
    for (int row = 0; row < halfHeight; row++) {
      int above = 2 * row * width;
      int below = Math.min(2 * row + 1, height - 1) * width;
      for (int column = 0; column < halfWidth; column++) {
        int left = 2 * column;
        int right = Math.min(left + 1, width - 1);
        for (int band = 0; band < bands; band++) {
          int sum =
              at((above + left) * bands + band)
                  + at((above + right) * bands + band)
                  + at((below + left) * bands + band)
                  + at((below + right) * bands + band);
          half[(row * halfWidth + column) * bands + band] = (byte) ((sum + 2) >> 2);
        }
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
    float[] column = new float[width * bands];
    for (int row = 0; row < newHeight; row++) {
      gather(down, row, column);
      for (int x = 0; x < newWidth; x++) {
        for (int band = 0; band < bands; band++) {
          float sum = 0;
          for (int tap = 0; tap < across.count[x]; tap++) {
            sum += across.weight[x][tap] * column[(across.first[x] + tap) * bands + band];
          }
          scaled[(row * newWidth + x) * bands + band] =
              (byte) Math.clamp(Math.round(sum), 0, WHITE);
        }
      }
    }
    return new Pixels(newWidth, newHeight, bands, scaled);
  }

  private void gather(Weights down, int row, float[] column) {
    java.util.Arrays.fill(column, 0);
    for (int tap = 0; tap < down.count[row]; tap++) {
      int from = (down.first[row] + tap) * width * bands;
      float weight = down.weight[row][tap];
      for (int index = 0; index < column.length; index++) {
        column[index] += weight * at(from + index);
      }
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

  /** Which old samples make each new one along one side, and by how much. */
  private record Weights(int[] first, int[] count, float[][] weight) {
    static Weights of(int length, int newLength) {
      Weights weights = new Weights(new int[newLength], new int[newLength], new float[newLength][]);
      double step = (double) length / newLength;
      for (int index = 0; index < newLength; index++) {
        if (step >= 1) {
          weights.cover(index, index * step, Math.min(length, (index + 1) * step), length);
        } else {
          weights.between(index, (index + 0.5) * step - 0.5, length);
        }
      }
      return weights;
    }

    private void cover(int index, double start, double end, int length) {
      int from = Math.min((int) Math.floor(start), length - 1);
      int to = Math.min(length, Math.max(from + 1, (int) Math.ceil(end - 1e-9)));
      first[index] = from;
      count[index] = to - from;
      weight[index] = new float[to - from];
      double sum = 0;
      for (int sample = from; sample < to; sample++) {
        double share = Math.min(end, sample + 1.0) - Math.max(start, sample);
        weight[index][sample - from] = (float) share;
        sum += share;
      }
      for (int tap = 0; tap < to - from; tap++) {
        weight[index][tap] /= (float) sum;
      }
    }

    private void between(int index, double place, int length) {
      double inside = Math.clamp(place, 0, length - 1.0);
      int from = Math.min((int) inside, Math.max(0, length - 2));
      float share = (float) (inside - from);
      first[index] = from;
      count[index] = Math.min(2, length);
      weight[index] = length == 1 ? new float[] {1} : new float[] {1 - share, share};
    }
  }
}
