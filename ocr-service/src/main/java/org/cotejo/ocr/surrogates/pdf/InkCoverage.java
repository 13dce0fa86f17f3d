package org.cotejo.ocr.surrogates.pdf;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * How the places of words and the ink of a page agree. The page is looked at in cells of a few
 * pixels.
 *
 * @param inkOutside part of the dark cells that lie in no place
 * @param wordsOnInk part of the places that hold a dark cell
 */
record InkCoverage(double inkOutside, double wordsOnInk) {
  private static final int CELL_PIXELS = 4;

  /** Darker is ink: paper of any tint is lighter, faint ribbon is darker. */
  private static final int INK_BELOW = 140;

  static InkCoverage of(BufferedImage page, List<Rectangle2D> places) {
    int columns = (page.getWidth() + CELL_PIXELS - 1) / CELL_PIXELS;
    int rows = (page.getHeight() + CELL_PIXELS - 1) / CELL_PIXELS;
    boolean[] dark = new boolean[columns * rows];
    int[] colours = new int[page.getWidth()];
    for (int y = 0; y < page.getHeight(); y++) {
      page.getRGB(0, y, colours.length, 1, colours, 0, colours.length);
      for (int x = 0; x < colours.length; x++) {
        if (luminance(colours[x]) < INK_BELOW) {
          dark[y / CELL_PIXELS * columns + x / CELL_PIXELS] = true;
        }
      }
    }
    return compared(dark, columns, rows, places);
  }

  private static InkCoverage compared(
      boolean[] dark, int columns, int rows, List<Rectangle2D> places) {
    boolean[] covered = new boolean[dark.length];
    int onInk = 0;
    for (Rectangle2D place : places) {
      boolean ink = false;
      int right = Math.min(columns - 1, (int) (place.getMaxX() / CELL_PIXELS));
      int bottom = Math.min(rows - 1, (int) (place.getMaxY() / CELL_PIXELS));
      for (int row = Math.max(0, (int) (place.getY() / CELL_PIXELS)); row <= bottom; row++) {
        for (int at = Math.max(0, (int) (place.getX() / CELL_PIXELS)); at <= right; at++) {
          covered[row * columns + at] = true;
          ink |= dark[row * columns + at];
        }
      }
      onInk += ink ? 1 : 0;
    }
    long all = 0;
    long outside = 0;
    for (int cell = 0; cell < dark.length; cell++) {
      all += dark[cell] ? 1 : 0;
      outside += dark[cell] && !covered[cell] ? 1 : 0;
    }
    return new InkCoverage(
        all == 0 ? 0 : (double) outside / all,
        places.isEmpty() ? 0 : (double) onInk / places.size());
  }

  private static int luminance(int colour) {
    return (77 * (colour >> 16 & 0xFF) + 151 * (colour >> 8 & 0xFF) + 28 * (colour & 0xFF)) >> 8;
  }
}
