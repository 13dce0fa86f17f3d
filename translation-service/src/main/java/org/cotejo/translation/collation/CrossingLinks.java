package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Links that cross the others: what the translation has at another place.
 *
 * <p>The links that keep the order are those of the heaviest chain that runs forward on both sides
 * (longest increasing subsequence, a link weighing its segments); all others cross it.
 */
final class CrossingLinks {
  private CrossingLinks() {}

  /**
   * Passages of crossing links.
   *
   * @param couples in the order of the original
   * @return each a run of links that follow each other on both sides, in the order of the original
   */
  static List<List<Couple>> passages(List<Couple> couples) {
    if (isForward(couples)) {
      return List.of();
    }
    Set<Couple> kept = heaviestChain(couples);
    List<List<Couple>> passages = new ArrayList<>();
    Couple before = null;
    for (Couple couple : couples) {
      if (!kept.contains(couple)) {
        if (before == null || couple.target().first() < before.target().end()) {
          passages.add(new ArrayList<>());
        }
        passages.getLast().add(couple);
        before = couple;
      } else {
        before = null;
      }
    }
    return passages;
  }

  private static boolean isForward(List<Couple> couples) {
    for (int k = 1; k < couples.size(); k++) {
      if (couples.get(k).target().first() < couples.get(k - 1).target().first()) {
        return false;
      }
    }
    return true;
  }

  private static Set<Couple> heaviestChain(List<Couple> couples) {
    double[] weight = new double[couples.size()];
    int[] before = new int[couples.size()];
    int last = 0;
    for (int k = 0; k < weight.length; k++) {
      before[k] = -1;
      for (int other = 0; other < k; other++) {
        if (couples.get(other).target().first() < couples.get(k).target().first()
            && weight[other] > weight[k]) {
          weight[k] = weight[other];
          before[k] = other;
        }
      }
      weight[k] += couples.get(k).source().size() + couples.get(k).target().size();
      last = weight[k] > weight[last] ? k : last;
    }
    Set<Couple> chain = new HashSet<>();
    for (int k = last; k >= 0; k = before[k]) {
      chain.add(couples.get(k));
    }
    return chain;
  }
}
