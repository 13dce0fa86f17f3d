package org.cotejo.search.iiif;

/**
 * Where the pixels of a picture come to stand when it is turned clockwise.
 *
 * @param width after the turn
 * @param height after the turn
 * @param origin index, after the turn, of the pixel that was the upper left one
 * @param right by how much the index grows for the next pixel to the right before the turn
 * @param down by how much for the next one below
 */
record Turn(int width, int height, int origin, int right, int down) {
  /** Rows turned together, so that what is written stays in the cache. */
  static final int BLOCK = 32;

  /**
   * A turn of a picture of some width and height.
   *
   * @param quarters 1 to 3
   */
  static Turn of(int width, int height, int quarters) {
    return switch (quarters) {
      case 1 -> new Turn(height, width, height - 1, height, -1);
      case 2 -> new Turn(width, height, width * height - 1, -1, -width);
      case 3 -> new Turn(height, width, (width - 1) * height, -height, 1);
      default -> throw new IllegalArgumentException("a turn has 1 to 3 quarters");
    };
  }

  /** The index, after the turn, of the pixel that stood there. */
  int target(int x, int y) {
    return origin + x * right + y * down;
  }
}
