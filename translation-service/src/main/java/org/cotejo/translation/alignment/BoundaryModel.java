package org.cotejo.translation.alignment;

import java.util.List;

/**
 * Where beads like to end, learned from an alignment of the same document.
 *
 * <p>For each class of boundary the log-odds of being inside a bead against being between two; for
 * each pair of ends the pointwise mutual information of closing a bead together. Both are maximum a
 * posteriori with {@value #STRENGTH} pseudo-boundaries that say nothing, and both are zero before
 * the document has been aligned.
 */
final class BoundaryModel {
  private static final double STRENGTH = 30;

  private final double[] sourceInside;
  private final double[] targetInside;
  private final double[] together;
  private final EncodedText source;
  private final EncodedText target;

  private BoundaryModel(EncodedText source, EncodedText target) {
    this.source = source;
    this.target = target;
    sourceInside = new double[source.size + 1];
    targetInside = new double[target.size + 1];
    together = new double[Boundaries.ENDS * Boundaries.ENDS];
  }

  /** Says nothing of any boundary. */
  static BoundaryModel initial(EncodedText source, EncodedText target) {
    return new BoundaryModel(source, target);
  }

  static BoundaryModel estimated(EncodedText source, EncodedText target, List<Bead> beads) {
    BoundaryModel model = new BoundaryModel(source, target);
    boolean[] sourceIn = new boolean[source.size + 1];
    boolean[] targetIn = new boolean[target.size + 1];
    for (Bead bead : beads) {
      if (bead.linked()) {
        for (int i = bead.sourceStart() + 1; i < bead.sourceEnd(); i++) {
          sourceIn[i] = true;
        }
        for (int j = bead.targetStart() + 1; j < bead.targetEnd(); j++) {
          targetIn[j] = true;
        }
      }
    }
    sumInside(source, sourceIn, model.sourceInside);
    sumInside(target, targetIn, model.targetInside);
    model.learnTogether(beads);
    return model;
  }

  /** Log-odds summed up over the boundaries from the first on. */
  private static void sumInside(EncodedText text, boolean[] in, double[] sums) {
    double[] inside = new double[Boundaries.CLASSES];
    double[] between = new double[Boundaries.CLASSES];
    double insides = 0;
    double betweens = 0;
    for (int at = 1; at < text.size; at++) {
      if (in[at]) {
        inside[text.boundary[at]]++;
        insides++;
      } else {
        between[text.boundary[at]]++;
        betweens++;
      }
    }
    for (int at = 1; at < text.size; at++) {
      int kind = text.boundary[at];
      double prior = STRENGTH * (inside[kind] + between[kind]) / (insides + betweens);
      double odds =
          Math.log((inside[kind] + prior) / (insides + STRENGTH))
              - Math.log((between[kind] + prior) / (betweens + STRENGTH));
      sums[at] = sums[at - 1] + odds;
    }
    if (text.size > 0) {
      sums[text.size] = sums[text.size - 1];
    }
  }

  private void learnTogether(List<Bead> beads) {
    double[] sources = new double[Boundaries.ENDS];
    double[] targets = new double[Boundaries.ENDS];
    double all = 0;
    for (Bead bead : beads) {
      if (bead.linked()) {
        int s = source.end[bead.sourceEnd() - 1];
        int t = target.end[bead.targetEnd() - 1];
        together[s * Boundaries.ENDS + t]++;
        sources[s]++;
        targets[t]++;
        all++;
      }
    }
    for (int s = 0; s < Boundaries.ENDS; s++) {
      for (int t = 0; t < Boundaries.ENDS; t++) {
        double expected = all == 0 ? 0 : sources[s] * targets[t] / all;
        double share = all == 0 ? 0 : expected / all;
        int pair = s * Boundaries.ENDS + t;
        together[pair] =
            expected == 0
                ? 0
                : Math.log((together[pair] + STRENGTH * share) / (expected + STRENGTH * share));
      }
    }
  }

  /** What the boundaries inside a bead and its two ends say for it. */
  double of(int u, int i, int v, int j) {
    return sourceInside[i - 1]
        - sourceInside[u]
        + targetInside[j - 1]
        - targetInside[v]
        + together[source.end[i - 1] * Boundaries.ENDS + target.end[j - 1]];
  }
}
