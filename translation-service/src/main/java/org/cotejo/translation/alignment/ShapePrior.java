package org.cotejo.translation.alignment;

import java.util.List;

/**
 * Log-probability of each bead shape, estimated from an alignment of the same document.
 *
 * <p>Maximum a posteriori with a Dirichlet prior of {@value #STRENGTH} pseudo-beads spread by
 * {@link BeadShape#prior()}: a short text keeps the prior, a long one shows its own habits.
 */
final class ShapePrior {
  private static final double STRENGTH = 40;
  private static final double FLOOR = 3e-4;

  private final double[] linked = new double[BeadShape.LINKED.size()];
  private final double sourceAlone;
  private final double targetAlone;

  private ShapePrior(List<Bead> beads) {
    double total = STRENGTH * (1 + 2 * BeadShape.ALONE_PRIOR) + beads.size();
    double sources = 0;
    double targets = 0;
    int[] counts = new int[linked.length];
    for (Bead bead : beads) {
      if (!bead.linked()) {
        sources += bead.sourceCount();
        targets += bead.targetCount();
      }
      for (int k = 0; k < counts.length; k++) {
        BeadShape shape = BeadShape.LINKED.get(k);
        if (shape.source() == bead.sourceCount() && shape.target() == bead.targetCount()) {
          counts[k]++;
        }
      }
    }
    for (int k = 0; k < linked.length; k++) {
      linked[k] = logarithm(BeadShape.LINKED.get(k).prior() * STRENGTH + counts[k], total);
    }
    sourceAlone = logarithm(BeadShape.ALONE_PRIOR * STRENGTH + sources, total);
    targetAlone = logarithm(BeadShape.ALONE_PRIOR * STRENGTH + targets, total);
  }

  static ShapePrior initial() {
    return new ShapePrior(List.of());
  }

  static ShapePrior estimated(List<Bead> beads) {
    return new ShapePrior(beads);
  }

  private static double logarithm(double count, double total) {
    return Math.log(Math.max(count / total, FLOOR));
  }

  double linked(int shape) {
    return linked[shape];
  }

  double sourceAlone() {
    return sourceAlone;
  }

  double targetAlone() {
    return targetAlone;
  }
}
