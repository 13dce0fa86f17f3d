package org.cotejo.translation.collation;

import java.util.List;
import java.util.Map;

/**
 * The weights of the models of {@link Gaps}.
 *
 * @param of for each kind one for each of its quantities
 */
public record GapWeights(Map<GapKind, List<Double>> of) {

  public GapWeights {
    of = Map.copyOf(of);
  }

  /** How likely it is that a sentence has no counterpart; a logit. */
  public double logit(GapLook look) {
    List<Double> weights = of.getOrDefault(look.kind(), List.of());
    double sum = 0;
    for (int k = 0; k < weights.size(); k++) {
      sum += weights.get(k) * look.evidence().get(k);
    }
    return sum;
  }
}
