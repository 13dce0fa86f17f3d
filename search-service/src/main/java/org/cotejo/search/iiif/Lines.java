package org.cotejo.search.iiif;

/**
 * A picture that can be read line by line and need not stand in memory as a whole. A line is read
 * about once, and none above one that was read more than a few lines before.
 *
 * @param <T> {@code byte[]} for gray, {@code int[]} for colours
 */
public interface Lines<T> {
  /** At least 1. */
  int width();

  /** At least 1. */
  int height();

  /**
   * Copies a line.
   *
   * @param y from 0, the uppermost
   * @param at where in the target it begins
   */
  void read(int y, T target, int at);
}
