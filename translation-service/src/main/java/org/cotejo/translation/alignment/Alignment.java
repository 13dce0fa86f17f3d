package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Beads that cover each segment of both sides exactly once.
 *
 * @param beads in the order of the source. In that of the target too, but for passages that the
 *     translation has elsewhere
 */
public record Alignment(List<Bead> beads) {

  public Alignment {
    beads = List.copyOf(beads);
    int source = 0;
    int targets = 0;
    BitSet target = new BitSet();
    for (Bead bead : beads) {
      int taken = target.nextSetBit(bead.targetStart());
      if ((bead.sourceCount() > 0 && bead.sourceStart() != source)
          || (taken >= 0 && taken < bead.targetEnd())) {
        throw new IllegalArgumentException("beads leave a gap or overlap at " + bead);
      }
      source += bead.sourceCount();
      targets += bead.targetCount();
      target.set(bead.targetStart(), bead.targetEnd());
    }
    if (target.nextClearBit(0) < targets) {
      throw new IllegalArgumentException("no bead holds target " + target.nextClearBit(0));
    }
  }

  /** How many source segments are covered. */
  public int sourceSize() {
    return beads.stream().mapToInt(Bead::sourceCount).sum();
  }

  /** How many target segments are covered. */
  public int targetSize() {
    return beads.stream().mapToInt(Bead::targetCount).sum();
  }

  /** An alignment in which nothing has a counterpart; for texts of which one is empty. */
  static Alignment unlinked(int sourceSize, int targetSize) {
    List<Bead> beads = new ArrayList<>();
    for (int i = 0; i < sourceSize; i++) {
      beads.add(new Bead(i, 1, 0, 0, 1));
    }
    for (int j = 0; j < targetSize; j++) {
      beads.add(new Bead(sourceSize, 0, j, 1, 1));
    }
    return new Alignment(beads);
  }
}
