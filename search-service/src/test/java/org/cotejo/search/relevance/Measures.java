package org.cotejo.search.relevance;

import java.util.List;
import java.util.Set;

/**
 * How good a ranked list is; an answer is either right or not.
 *
 * @param ndcg normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002)
 * @param recall share of the right answers that are among the first hundred
 * @param reciprocal one by the rank of the first right answer
 */
record Measures(double ndcg, double recall, double reciprocal) {
  private static final int TOP = 10;
  private static final int DEEP = 100;

  static Measures of(List<String> ranked, Set<String> relevant) {
    double gain = 0;
    double ideal = 0;
    double first = 0;
    int found = 0;
    for (int rank = 0; rank < Math.min(DEEP, ranked.size()); rank++) {
      if (relevant.contains(ranked.get(rank))) {
        found++;
        gain += rank < TOP ? discount(rank) : 0;
        first = first == 0 ? 1.0 / (rank + 1) : first;
      }
    }
    for (int rank = 0; rank < Math.min(TOP, relevant.size()); rank++) {
      ideal += discount(rank);
    }
    int reachable = Math.min(DEEP, relevant.size());
    return new Measures(gain / ideal, (double) found / reachable, first);
  }

  static Measures mean(List<Measures> all) {
    return new Measures(
        all.stream().mapToDouble(Measures::ndcg).average().orElse(0),
        all.stream().mapToDouble(Measures::recall).average().orElse(0),
        all.stream().mapToDouble(Measures::reciprocal).average().orElse(0));
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }
}
