package org.cotejo.translation.alignment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Beads that a person has set: an aligner keeps them as they are and aligns around them.
 *
 * <p>A linked bead is an anchor: what stands before it on one side is only linked with what stands
 * before it on the other. Where fixed beads cross each other, most of them stay anchors and the
 * rest are kept without being one. A bead with an empty side says that its segments have no
 * counterpart; where its empty side starts does not matter.
 *
 * @param beads in any order, no segment twice
 */
public record FixedLinks(List<Bead> beads) {
  /** Nobody has set anything. */
  public static final FixedLinks NONE = new FixedLinks(List.of());

  public FixedLinks {
    beads = beads.stream().map(bead -> bead.withConfidence(1)).toList();
    Set<Integer> source = new HashSet<>();
    Set<Integer> target = new HashSet<>();
    for (Bead bead : beads) {
      addAll(bead.sourceStart(), bead.sourceEnd(), source, bead);
      addAll(bead.targetStart(), bead.targetEnd(), target, bead);
    }
  }

  private static void addAll(int start, int end, Set<Integer> seen, Bead bead) {
    for (int segment = start; segment < end; segment++) {
      if (!seen.add(segment)) {
        throw new IllegalArgumentException("a segment is fixed twice, the second time in " + bead);
      }
    }
  }
}
