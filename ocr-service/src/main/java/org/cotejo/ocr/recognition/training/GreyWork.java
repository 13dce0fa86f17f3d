package org.cotejo.ocr.recognition.training;

import java.util.random.RandomGenerator;
import org.cotejo.ocr.recognition.engine.GreyImage;

/** What time, ribbons, carbon paper and scanners do to a line, on levels from 0 to 255. */
final class GreyWork {
  private static final int WHITE = 255;

  private GreyWork() {}

  /** Blurred by a Gaussian of a deviation in pixels. */
  static GreyImage blurred(GreyImage image, double deviation) {
    int reach = (int) Math.ceil(3 * deviation);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int at = 0; at < kernel.length; at++) {
      double away = (at - reach) / deviation;
      kernel[at] = Math.exp(-away * away / 2);
      sum += kernel[at];
    }
    for (int at = 0; at < kernel.length; at++) {
      kernel[at] /= sum;
    }
    int height = image.height();
    int width = image.width();
    double[][] across = new double[height][width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int at = 0; at < kernel.length; at++) {
          int from = Math.clamp(x + at - reach, 0, width - 1);
          across[y][x] += kernel[at] * image.rows()[y][from];
        }
      }
    }
    int[][] rows = new int[height][width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double level = 0;
        for (int at = 0; at < kernel.length; at++) {
          level += kernel[at] * across[Math.clamp(y + at - reach, 0, height - 1)][x];
        }
        rows[y][x] = (int) Math.round(level);
      }
    }
    return new GreyImage(rows);
  }

  /** With normal noise of a deviation in levels. */
  static GreyImage noisy(GreyImage image, double deviation, RandomGenerator chance) {
    return mapped(image, level -> level + chance.nextGaussian() * deviation);
  }

  /** With ink and paper of other levels. */
  static GreyImage printed(GreyImage image, int ink, int paper) {
    return mapped(image, level -> ink + level * (paper - ink) / (double) WHITE);
  }

  /** Black and white. */
  static GreyImage bilevel(GreyImage image, int threshold) {
    return mapped(image, level -> level < threshold ? 0 : WHITE);
  }

  /** With specks of dirt. */
  static GreyImage specked(GreyImage image, int specks, int level, RandomGenerator chance) {
    GreyImage copy = mapped(image, each -> each);
    for (int at = 0; at < specks; at++) {
      int x = chance.nextInt(image.width());
      int y = chance.nextInt(image.height());
      int size = 1 + chance.nextInt(3);
      for (int row = y; row < Math.min(image.height(), y + size); row++) {
        for (int column = x; column < Math.min(image.width(), x + size); column++) {
          copy.rows()[row][column] = level;
        }
      }
    }
    return copy;
  }

  /** With shades of the paper: a slope from left to right and slow waves. */
  static GreyImage shaded(GreyImage image, double depth, RandomGenerator chance) {
    double slope = (chance.nextDouble() - 0.5) * depth;
    double wave = chance.nextDouble() * depth / 2;
    double length = 40 + chance.nextDouble() * 400;
    double start = chance.nextDouble() * 6;
    int[][] rows = new int[image.height()][image.width()];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length; x++) {
        double shade = slope * x / rows[y].length + wave * Math.sin(start + x / length * 6.28);
        rows[y][x] = level(image.rows()[y][x] + shade - depth / 2);
      }
    }
    return new GreyImage(rows);
  }

  /** Strokes a pixel wider (darkest of the neighbours) or narrower (lightest). */
  static GreyImage strokes(GreyImage image, boolean wider) {
    int[][] rows = new int[image.height()][image.width()];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length; x++) {
        int level = image.rows()[y][x];
        for (int dy = 0; dy <= 1; dy++) {
          for (int dx = 0; dx <= 1; dx++) {
            int other =
                image
                    .rows()[Math.min(rows.length - 1, y + dy)][
                    Math.min(rows[y].length - 1, x + dx)];
            level = wider ? Math.min(level, other) : Math.max(level, other);
          }
        }
        rows[y][x] = level;
      }
    }
    return new GreyImage(rows);
  }

  /** Scaled, with linear interpolation. */
  static GreyImage scaled(GreyImage image, double across, double down) {
    int width = Math.max(8, (int) Math.round(image.width() * across));
    int height = Math.max(8, (int) Math.round(image.height() * down));
    int[][] rows = new int[height][width];
    for (int y = 0; y < height; y++) {
      double fromY = Math.clamp((y + 0.5) / down - 0.5, 0, image.height() - 1.001);
      int top = (int) fromY;
      int below = Math.min(image.height() - 1, top + 1);
      for (int x = 0; x < width; x++) {
        double fromX = Math.clamp((x + 0.5) / across - 0.5, 0, image.width() - 1.001);
        int left = (int) fromX;
        int right = Math.min(image.width() - 1, left + 1);
        double partX = fromX - left;
        double upper = image.rows()[top][left] * (1 - partX) + image.rows()[top][right] * partX;
        double lower = image.rows()[below][left] * (1 - partX) + image.rows()[below][right] * partX;
        rows[y][x] = level(upper + (lower - upper) * (fromY - top));
      }
    }
    return new GreyImage(rows);
  }

  /** The median of each 3 x 3 window, as very noisy pages are treated before they are read. */
  static GreyImage median(GreyImage image) {
    int[][] rows = new int[image.height()][image.width()];
    int[] window = new int[9];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length; x++) {
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            window[count++] =
                image
                    .rows()[Math.clamp(y + dy, 0, rows.length - 1)][
                    Math.clamp(x + dx, 0, rows[y].length - 1)];
          }
        }
        java.util.Arrays.sort(window);
        rows[y][x] = window[4];
      }
    }
    return new GreyImage(rows);
  }

  private static GreyImage mapped(GreyImage image, java.util.function.IntToDoubleFunction levels) {
    int[][] rows = new int[image.height()][image.width()];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length; x++) {
        rows[y][x] = level(levels.applyAsDouble(image.rows()[y][x]));
      }
    }
    return new GreyImage(rows);
  }

  private static int level(double value) {
    return Math.clamp(Math.round(value), 0, WHITE);
  }
}
