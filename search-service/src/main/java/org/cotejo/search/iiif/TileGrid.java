package org.cotejo.search.iiif;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The tiles of an image: level 0 is the image, each further level half as wide and high, rounded
 * up, until one tile holds it all. Tiles are counted level by level, row by row.
 *
 * @param width of the image in pixels
 * @param height of the image in pixels
 * @param tileSize both sides of a tile in pixels
 */
public record TileGrid(int width, int height, int tileSize) {
  public TileGrid {
    if (width < 1 || height < 1 || tileSize < 16) {
      throw new IllegalArgumentException("no such grid of tiles");
    }
  }

  /** How many levels there are, at least one. */
  public int levels() {
    int level = 0;
    while (width(level) > tileSize || height(level) > tileSize) {
      level++;
    }
    return level + 1;
  }

  /** Width of a level in pixels. */
  public int width(int level) {
    return ceil(width, level);
  }

  /** Height of a level in pixels. */
  public int height(int level) {
    return ceil(height, level);
  }

  public int columns(int level) {
    return (width(level) + tileSize - 1) / tileSize;
  }

  public int rows(int level) {
    return (height(level) + tileSize - 1) / tileSize;
  }

  /** Number of a tile over all levels, from 0. */
  public int index(int level, int column, int row) {
    int before = 0;
    for (int lower = 0; lower < level; lower++) {
      before += columns(lower) * rows(lower);
    }
    return before + row * columns(level) + column;
  }

  /** How many tiles there are. */
  public int tileCount() {
    int last = levels() - 1;
    return index(last, columns(last) - 1, rows(last) - 1) + 1;
  }

  /** How many pixels of the image one pixel of each level stands for: 1, 2, 4, ... */
  public List<Integer> scaleFactors() {
    List<Integer> factors = new ArrayList<>();
    for (int level = 0; level < levels(); level++) {
      factors.add(1 << level);
    }
    return factors;
  }

  /** The number of the tile that is exactly what is to be drawn, if there is one. */
  public OptionalInt tileOf(ImageCut cut) {
    for (int level = 0; level < levels(); level++) {
      int step = tileSize << level;
      int column = cut.x() / step;
      int row = cut.y() / step;
      boolean fits =
          cut.x() % step == 0
              && cut.y() % step == 0
              && cut.regionWidth() == Math.min(step, width - cut.x())
              && cut.regionHeight() == Math.min(step, height - cut.y())
              && cut.width() == ceil(cut.regionWidth(), level)
              && cut.height() == ceil(cut.regionHeight(), level);
      if (fits) {
        return OptionalInt.of(index(level, column, row));
      }
    }
    return OptionalInt.empty();
  }

  private static int ceil(int length, int level) {
    return (int) ((length + (1L << level) - 1) >> level);
  }
}
