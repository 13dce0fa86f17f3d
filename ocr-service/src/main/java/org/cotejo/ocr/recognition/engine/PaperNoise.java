package org.cotejo.ocr.recognition.engine;

import java.util.Arrays;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;

/**
 * How noisy the paper of a grey page is: the standard deviation of its grain in grey levels, by the
 * difference of two Laplacians that letters with level edges cancel out (Immerkær, Fast Noise
 * Variance Estimation, Computer Vision and Image Understanding 64, 1996), here of small tiles. Of
 * these a quarter lies below the value taken, so that it is one of paper without letters.
 */
final class PaperNoise {
  private static final int TILE_PIXELS = 24;

  /** Tiles of every second row and column are enough. */
  private static final int TILE_STEP = 2 * TILE_PIXELS;

  private static final double QUIET_PART = 0.25;

  /** Immerkær's factor from the mean of absolute values to the deviation of normal noise. */
  private static final double DEVIATION = Math.sqrt(Math.PI / 2) / 6;

  private PaperNoise() {}

  /** Grey levels of deviation; 0 for a page smaller than a tile. */
  static double of(NativeImage grey) {
    int columns = tiles(grey.widthPixels());
    int rows = tiles(grey.heightPixels());
    if (columns == 0 || rows == 0) {
      return 0;
    }
    double[] tiles = new double[columns * rows];
    for (int row = 0; row < rows; row++) {
      int[][] lines = new int[TILE_PIXELS + 2][];
      for (int y = 0; y < lines.length; y++) {
        lines[y] = grey.greyLine(row * TILE_STEP + y);
      }
      for (int column = 0; column < columns; column++) {
        tiles[row * columns + column] = tile(lines, column * TILE_STEP + 1);
      }
    }
    Arrays.sort(tiles);
    return DEVIATION * tiles[(int) (QUIET_PART * (tiles.length - 1))];
  }

  /** How many there are on a side, with a pixel around each. */
  private static int tiles(int pixels) {
    int room = pixels - 2 - TILE_PIXELS;
    return room < 0 ? 0 : room / TILE_STEP + 1;
  }

  private static double tile(int[][] lines, int left) {
    long sum = 0;
    for (int y = 1; y <= TILE_PIXELS; y++) {
      int[] above = lines[y - 1];
      int[] here = lines[y];
      int[] below = lines[y + 1];
      for (int x = left; x < left + TILE_PIXELS; x++) {
        int corners = above[x - 1] + above[x + 1] + below[x - 1] + below[x + 1];
        int sides = above[x] + below[x] + here[x - 1] + here[x + 1];
        sum += Math.abs(corners - 2 * sides + 4 * here[x]);
      }
    }
    return (double) sum / (TILE_PIXELS * TILE_PIXELS);
  }
}
