package org.cotejo.ocr.recognition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Ink and paper of a small rectangle.
 *
 * @param widthPixels of the rectangle
 * @param heightPixels of the rectangle
 * @param dark a bit for each pixel, row by row; set where there is ink
 */
public record InkPatch(int widthPixels, int heightPixels, BitSet dark) {
  public InkPatch {
    dark = (BitSet) dark.clone();
  }

  /** Room below a word for the tail of a comma, in heights of the word. */
  public static final double ROOM_BELOW = 0.25;

  /** Height of the word that the patch is of. */
  double wordHeightPixels() {
    return heightPixels / (1 + ROOM_BELOW);
  }

  /**
   * Ink that hangs together, diagonals included.
   *
   * @param box in pixels of the patch
   * @param pixels of ink
   */
  public record Piece(Box box, int pixels) {}

  /** The pieces of ink, in the order of their first pixel from the top. */
  public List<Piece> pieces() {
    BitSet open = (BitSet) dark.clone();
    List<Piece> pieces = new ArrayList<>();
    for (int next = open.nextSetBit(0); next >= 0; next = open.nextSetBit(next)) {
      pieces.add(piece(open, next));
    }
    return pieces;
  }

  private Piece piece(BitSet open, int first) {
    Deque<Integer> waiting = new ArrayDeque<>();
    waiting.add(first);
    open.clear(first);
    int left = widthPixels;
    int top = heightPixels;
    int right = 0;
    int bottom = 0;
    int pixels = 0;
    while (!waiting.isEmpty()) {
      int pixel = waiting.remove();
      int x = pixel % widthPixels;
      int y = pixel / widthPixels;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      pixels++;
      takeNeighbours(open, x, y, waiting);
    }
    return new Piece(new Box(left, top, right - left + 1, bottom - top + 1), pixels);
  }

  private void takeNeighbours(BitSet open, int x, int y, Deque<Integer> waiting) {
    for (int row = Math.max(0, y - 1); row <= Math.min(heightPixels - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1); column <= Math.min(widthPixels - 1, x + 1); column++) {
        int neighbour = row * widthPixels + column;
        if (open.get(neighbour)) {
          open.clear(neighbour);
          waiting.add(neighbour);
        }
      }
    }
  }
}
