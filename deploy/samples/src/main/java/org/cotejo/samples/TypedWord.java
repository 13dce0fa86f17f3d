package org.cotejo.samples;

/**
 * A word that stands on a page: its text as typed, the line, and the box of its ink in pixels of
 * the scan.
 *
 * @param line counts from 1 down the page, furniture included
 * @param role body, letterhead or page-number
 */
record TypedWord(int page, int line, String role, String text, Box box) {

  /** Integer pixels, origin top left. */
  record Box(int x, int y, int width, int height) {}
}
