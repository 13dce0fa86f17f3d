package org.cotejo.bench.load;

import java.util.Collection;
import java.util.List;

/** Some durations in milliseconds, in ascending order. */
record Percentiles(List<Long> sorted) {

  Percentiles {
    sorted = List.copyOf(sorted);
  }

  static Percentiles of(Collection<Long> durations) {
    return new Percentiles(durations.stream().sorted().toList());
  }

  boolean isEmpty() {
    return sorted.isEmpty();
  }

  /**
   * The nearest rank: the smallest duration that at least this share of all does not exceed.
   *
   * @param share above 0, at most 1
   * @throws IllegalStateException when there are none
   */
  long at(double share) {
    if (isEmpty()) {
      throw new IllegalStateException("no durations");
    }
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
  }
}
