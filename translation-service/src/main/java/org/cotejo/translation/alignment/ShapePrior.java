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

  private final double[] logarithm;

  private ShapePrior(double[] probability) {
    logarithm = new double[probability.length];
    for (int k = 0; k < probability.length; k++) {
      logarithm[k] = Math.log(Math.max(probability[k], FLOOR));
    }
  }

  static ShapePrior initial() {
    return estimated(List.of());
  }

  static ShapePrior estimated(List<Bead> beads) {
    List<BeadShape> shapes = BeadShape.ALL;
    double[] count = new double[shapes.size()];
    double total = 0;
    for (int k = 0; k < count.length; k++) {
      count[k] = shapes.get(k).prior() * STRENGTH;
      total += count[k];
    }
    for (Bead bead : beads) {
      for (int k = 0; k < count.length; k++) {
        BeadShape shape = shapes.get(k);
        if (shape.source() == bead.sourceCount() && shape.target() == bead.targetCount()) {
          count[k]++;
          total++;
        }
      }
    }
    for (int k = 0; k < count.length; k++) {
      count[k] /= total;
    }
    return new ShapePrior(count);
  }

  double log(int shape) {
    return logarithm[shape];
  }
}
