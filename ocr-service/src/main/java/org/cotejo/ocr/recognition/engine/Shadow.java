package org.cotejo.ocr.recognition.engine;

import org.bytedeco.leptonica.BOX;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;

/**
 * Paper that the recogniser takes for ink. It parts ink from paper at one level for the whole page,
 * so that a corner in the shade is black to it and its lines are not there.
 */
final class Shadow {
  /** Changes with any change of the rule. */
  static final String VERSION = "1";

  private static final int TILES_ACROSS = 20;
  private static final int LEAST_TILE_PIXELS = 16;

  /** The edge of the sheet and what lies beyond, on each side, as part of the page. */
  private static final double MARGIN = 0.08;

  /** Of a tile of bold capitals a third is ink. */
  private static final double BLACK = 0.7;

  /** One tile may be a seal or a blot. */
  private static final int LEAST_TILES = 3;

  private Shadow() {}

  /**
   * Whether paper lies in a shadow.
   *
   * @param parted the page with one bit a pixel, ink set, as the recogniser parted it
   */
  static boolean lies(PIX parted) {
    int width = leptonica.pixGetWidth(parted);
    int height = leptonica.pixGetHeight(parted);
    int side = Math.max(LEAST_TILE_PIXELS, width / TILES_ACROSS);
    int black = 0;
    for (int y = (int) (MARGIN * height); y + side <= (1 - MARGIN) * height; y += side) {
      for (int x = (int) (MARGIN * width); x + side <= (1 - MARGIN) * width; x += side) {
        if (ink(parted, x, y, side) > BLACK * side * side) {
          black++;
        }
      }
    }
    return black >= LEAST_TILES;
  }

  private static int ink(PIX parted, int x, int y, int side) {
    BOX tile = leptonica.boxCreate(x, y, side, side);
    int[] count = new int[1];
    try {
      leptonica.pixCountPixelsInRect(parted, tile, count, (int[]) null);
      return count[0];
    } finally {
      leptonica.boxDestroy(tile);
    }
  }
}
