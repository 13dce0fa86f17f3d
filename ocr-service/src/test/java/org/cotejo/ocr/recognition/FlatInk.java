package org.cotejo.ocr.recognition;

import java.util.BitSet;
import java.util.List;

/**
 * A page whose ink is a few rectangles.
 *
 * @param patch what every word looks like
 * @param inked places full of ink besides the words
 */
record FlatInk(InkPatch patch, List<Box> inked) implements PageInk {
  static FlatInk allLike(InkPatch patch) {
    return new FlatInk(patch, List.of());
  }

  static FlatInk with(Box... inked) {
    return new FlatInk(new InkPatch(1, 1, new BitSet()), List.of(inked));
  }

  @Override
  public InkPatch of(Box box) {
    return patch;
  }

  @Override
  public double inked(Box place, Box beside) {
    double covered = 0;
    for (Box ink : inked) {
      int width = Math.min(place.right(), ink.right()) - Math.max(place.x(), ink.x());
      int height = Math.min(place.bottom(), ink.bottom()) - Math.max(place.y(), ink.y());
      covered += (double) Math.max(0, width) * Math.max(0, height);
    }
    return covered / ((double) place.width() * place.height());
  }
}
