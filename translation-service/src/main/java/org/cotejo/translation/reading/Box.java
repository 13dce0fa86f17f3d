package org.cotejo.translation.reading;

/**
 * A rectangle in pixels of the page's surrogate, origin top left.
 *
 * @param x left edge
 * @param y top edge
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {

  public Box {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "no box at " + x + "," + y + " of " + width + " by " + height);
    }
  }

  public int right() {
    return x + width;
  }

  public int bottom() {
    return y + height;
  }

  /** The smallest box around both. */
  public Box union(Box other) {
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  public boolean contains(int pointX, int pointY) {
    return pointX >= x && pointX < right() && pointY >= y && pointY < bottom();
  }
}
