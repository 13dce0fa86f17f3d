package org.cotejo.search.iiif;

/**
 * A picture in memory. No method changes it; each gives another picture, or the same when there is
 * nothing to do.
 */
public sealed interface Pixels permits GrayPixels, ColourPixels {
  /** At least 1. */
  int width();

  /** At least 1. */
  int height();

  /** 1 for gray, 3 for colours. */
  int bands();

  /**
   * One sample, 0 to 255.
   *
   * @param band of gray 0; of colours red, green and blue as 0 to 2
   */
  int sample(int x, int y, int band);

  /** A rectangle of it. */
  Pixels cut(int x, int y, int cutWidth, int cutHeight);

  /** Half as wide and high, rounded up; each pixel is the mean of up to four. */
  Pixels halved();

  /** Another size: means of the area that a new pixel covers, or linear between old ones. */
  Pixels scaled(int newWidth, int newHeight);

  /** Left and right exchanged. */
  Pixels mirrored();

  /** Turned clockwise by 90 degrees so many times, 0 to 3. */
  Pixels turned(int quarterTurns);

  /** In shades of gray. */
  GrayPixels gray();
}
