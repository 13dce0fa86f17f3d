package org.cotejo.ocr.recognition;

import java.util.Collection;

/**
 * A rectangle on a page, in pixels of its surrogate with the origin at the top left.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {
  public Box {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "no box on a page: " + x + "," + y + " " + width + " x " + height);
    }
  }

  /** The smallest box around all the given ones, of which there is at least one. */
  public static Box around(Collection<Box> boxes) {
    int left = boxes.stream().mapToInt(Box::x).min().orElseThrow();
    int top = boxes.stream().mapToInt(Box::y).min().orElseThrow();
    int right = boxes.stream().mapToInt(Box::right).max().orElseThrow();
    int bottom = boxes.stream().mapToInt(Box::bottom).max().orElseThrow();
    return new Box(left, top, right - left, bottom - top);
  }

  /** The first column right of the box. */
  public int right() {
    return x + width;
  }

  /** The first row below the box. */
  public int bottom() {
    return y + height;
  }

  /**
   * The box of a page that was enlarged, on the page itself: whole pixels outwards, and never
   * beyond the page.
   *
   * @param factor by which the page had been enlarged
   */
  public Box reducedBy(double factor, int pageWidth, int pageHeight) {
    int left = Math.clamp((long) Math.floor(x / factor), 0, pageWidth - 1);
    int top = Math.clamp((long) Math.floor(y / factor), 0, pageHeight - 1);
    int newRight = Math.clamp((long) Math.ceil(right() / factor), left + 1, pageWidth);
    int newBottom = Math.clamp((long) Math.ceil(bottom() / factor), top + 1, pageHeight);
    return new Box(left, top, newRight - left, newBottom - top);
  }
}
