package org.cotejo.translation.alignment.bench;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.Alignment;
import org.cotejo.translation.alignment.bench.AlignmentScore.Pair;

/**
 * One set aligned by one method.
 *
 * @param set what was aligned
 * @param alignment what came out
 * @param seconds processor time of the aligning thread
 */
record Trial(GoldBitext set, Alignment alignment, double seconds) {

  /** Strict and lax, precision and recall, against one gold. */
  record Figures(AlignmentScore precision, AlignmentScore recall) {
    double strict() {
      return AlignmentScore.harmonicMean(precision.strict(), recall.strict());
    }

    double lax() {
      return AlignmentScore.harmonicMean(precision.lax(), recall.lax());
    }
  }

  static Trial of(Aligner aligner, GoldBitext set) {
    long start = cpuNanos();
    Alignment alignment = aligner.align(set.sourcePassages(), set.targetPassages());
    return new Trial(set, alignment, (cpuNanos() - start) / 1e9);
  }

  /** Figures against the gold that fits best. */
  Figures figures() {
    List<Pair> test = pairs();
    return set.golds().stream()
        .map(
            gold ->
                new Figures(
                    AlignmentScore.precision(gold, test), AlignmentScore.recall(gold, test)))
        .max(Comparator.comparingDouble(Figures::strict))
        .orElseThrow();
  }

  List<Pair> pairs() {
    return alignment.beads().stream().map(AlignmentScore::pair).toList();
  }

  /** Time this thread has had on a core: what others do on the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
