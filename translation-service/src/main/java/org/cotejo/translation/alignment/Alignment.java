package org.cotejo.translation.alignment;

import java.util.List;

/**
 * Beads in order that cover each segment of both sides exactly once.
 *
 * @param beads from the first segments to the last
 */
public record Alignment(List<Bead> beads) {

  public Alignment {
    beads = List.copyOf(beads);
    int source = 0;
    int target = 0;
    for (Bead bead : beads) {
      if (bead.sourceStart() != source || bead.targetStart() != target) {
        throw new IllegalArgumentException("beads leave a gap or overlap at " + bead);
      }
      source = bead.sourceEnd();
      target = bead.targetEnd();
    }
  }

  /** How many source segments are covered. */
  public int sourceSize() {
    return beads.isEmpty() ? 0 : beads.getLast().sourceEnd();
  }

  /** How many target segments are covered. */
  public int targetSize() {
    return beads.isEmpty() ? 0 : beads.getLast().targetEnd();
  }

  /** An alignment in which nothing has a counterpart; for texts of which one is empty. */
  static Alignment unlinked(int sourceSize, int targetSize) {
    java.util.ArrayList<Bead> beads = new java.util.ArrayList<>();
    for (int i = 0; i < sourceSize; i++) {
      beads.add(new Bead(i, 1, 0, 0, 1));
    }
    for (int j = 0; j < targetSize; j++) {
      beads.add(new Bead(sourceSize, 0, j, 1, 1));
    }
    return new Alignment(beads);
  }
}
