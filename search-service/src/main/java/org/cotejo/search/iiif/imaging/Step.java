package org.cotejo.search.iiif.imaging;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.search.iiif.ImageCut;
import org.cotejo.search.iiif.TileGrid;

/**
 * One size in which an image is stored: a level of the grid, or one between two levels, from which
 * pictures are drawn faster than from a level that has up to four times their pixels. There is none
 * between the image itself and its half: that would cost half as many bytes again, and all others
 * together cost an eighth.
 *
 * @param width in pixels
 * @param height in pixels
 * @param scaleX pixels of the image that one of its pixels stands for, from left to right
 * @param scaleY the same from top to bottom
 * @param first number of its first tile, behind those of the steps before
 * @param tileSize both sides of a tile in pixels
 */
record Step(int width, int height, double scaleX, double scaleY, int first, int tileSize) {
  private static final double NEARLY = 1e-9;

  /** Those of a grid: its levels, in their order and numbers, then those between. */
  static List<Step> of(TileGrid grid) {
    List<Step> steps = new ArrayList<>();
    for (int level = 0; level < grid.levels(); level++) {
      int scale = 1 << level;
      steps.add(
          new Step(
              grid.width(level),
              grid.height(level),
              scale,
              scale,
              grid.index(level, 0, 0),
              grid.tileSize()));
    }
    int next = grid.tileCount();
    for (int level = 1; level < grid.levels() - 1; level++) {
      int width = between(grid.width(level));
      int height = between(grid.height(level));
      Step step =
          new Step(
              width,
              height,
              (double) grid.width() / width,
              (double) grid.height() / height,
              next,
              grid.tileSize());
      steps.add(step);
      next += step.tileCount();
    }
    return List.copyOf(steps);
  }

  /** How many tiles all steps of a grid have. */
  static int tileCount(List<Step> steps) {
    return steps.stream().mapToInt(Step::tileCount).sum();
  }

  /** The smallest that still has all the pixels that are to be drawn; else the image itself. */
  static Step of(List<Step> steps, ImageCut cut) {
    Step smallest = steps.getFirst();
    for (Step step : steps) {
      if (step.scaleX > smallest.scaleX && step.has(cut)) {
        smallest = step;
      }
    }
    return smallest;
  }

  /** Whether it has all the pixels; a whole side has those of the step, which are rounded up. */
  private boolean has(ImageCut cut) {
    double across =
        cut.regionWidth() == cut.imageWidth() ? width : Math.floor(cut.regionWidth() / scaleX);
    double down =
        cut.regionHeight() == cut.imageHeight() ? height : Math.floor(cut.regionHeight() / scaleY);
    return across >= cut.width() && down >= cut.height();
  }

  int columns() {
    return (width + tileSize - 1) / tileSize;
  }

  int tileCount() {
    return columns() * ((height + tileSize - 1) / tileSize);
  }

  int index(int column, int row) {
    return first + row * columns() + column;
  }

  int left(ImageCut cut) {
    return floor(cut.x() / scaleX, width);
  }

  int top(ImageCut cut) {
    return floor(cut.y() / scaleY, height);
  }

  int right(ImageCut cut) {
    return ceil((cut.x() + cut.regionWidth()) / scaleX, left(cut), width);
  }

  int bottom(ImageCut cut) {
    return ceil((cut.y() + cut.regionHeight()) / scaleY, top(cut), height);
  }

  private static int between(int length) {
    return Math.max(1, (int) Math.round(length / Math.sqrt(2)));
  }

  private static int floor(double place, int length) {
    return Math.min((int) (place + NEARLY), length - 1);
  }

  private static int ceil(double place, int start, int length) {
    return Math.clamp((int) Math.ceil(place - NEARLY), start + 1, length);
  }
}
