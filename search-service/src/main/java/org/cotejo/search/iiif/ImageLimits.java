package org.cotejo.search.iiif;

/**
 * The largest image that is sent, as info.json tells it.
 *
 * @param maxWidth in pixels
 * @param maxHeight in pixels
 * @param maxArea in pixels
 */
public record ImageLimits(int maxWidth, int maxHeight, long maxArea) {
  public ImageLimits {
    if (maxWidth < 1 || maxHeight < 1 || maxArea < 1) {
      throw new IllegalArgumentException("limits of images are at least 1");
    }
  }

  boolean admits(long width, long height) {
    return width <= maxWidth && height <= maxHeight && width * height <= maxArea;
  }

  /** How many times larger an image may become; below 1 where it must become smaller. */
  double largestScale(int width, int height) {
    double byArea = Math.sqrt((double) maxArea / ((double) width * height));
    return Math.min(byArea, Math.min((double) maxWidth / width, (double) maxHeight / height));
  }
}
