package org.cotejo.search.projection;

/**
 * A rectangle on a page, in pixels of the page's surrogate, origin top left.
 *
 * @param page of the document, from 1
 * @param x left edge
 * @param y top edge
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int page, int x, int y, int width, int height) {
  public Box {
    if (page < 1 || x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException("no such box on a page");
    }
  }

  /** The smallest box around this one and another of the same page. */
  public Box around(Box other) {
    if (page != other.page) {
      throw new IllegalArgumentException("boxes of two pages have no common one");
    }
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    int right = Math.max(x + width, other.x + other.width);
    int bottom = Math.max(y + height, other.y + other.height);
    return new Box(page, left, top, right - left, bottom - top);
  }

  /** Pixels that this box and another share. */
  public long sharedArea(Box other) {
    long across = (long) Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    long down = (long) Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    return page != other.page || across <= 0 || down <= 0 ? 0 : across * down;
  }
}
