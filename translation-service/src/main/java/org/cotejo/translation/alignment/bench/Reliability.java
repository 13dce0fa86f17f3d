package org.cotejo.translation.alignment.bench;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.Bead;
import org.cotejo.translation.alignment.bench.AlignmentScore.Pair;

/** How often beads of a confidence are right. */
final class Reliability {
  private static final int BINS = 10;

  private final int[] count = new int[BINS];
  private final int[] right = new int[BINS];
  private final double[] confidence = new double[BINS];

  void add(Trial trial) {
    Set<Pair> gold = new HashSet<>(trial.set().gold());
    for (Bead bead : trial.alignment().beads()) {
      int bin = Math.min(BINS - 1, (int) (bead.confidence() * BINS));
      count[bin]++;
      confidence[bin] += bead.confidence();
      right[bin] += gold.contains(AlignmentScore.pair(bead)) ? 1 : 0;
    }
  }

  void print(Table table) {
    int all = IntStream.of(count).sum();
    if (all == 0) {
      return;
    }
    table.line(
        "%nreliability of the confidence%n%-12s %7s %11s %7s",
        "confidence", "beads", "mean", "right");
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        error += Math.abs(confidence[bin] - right[bin]) / all;
        table.line(
            "%.1f - %.1f    %7d %11.3f %7.3f",
            bin / 10.0,
            (bin + 1) / 10.0,
            count[bin],
            confidence[bin] / count[bin],
            (double) right[bin] / count[bin]);
      }
    }
    table.line("expected calibration error %.3f", error);
  }
}
