package org.cotejo.translation.alignment.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.translation.alignment.Aligner;

/**
 * Speed after warm-up and memory, on sets repeated end to end to a given number of segments.
 *
 * <p>Memory is the sum of the greatest use of each heap pool while the text is aligned, less what
 * was in use before; it holds garbage not yet collected and is an upper bound.
 */
record Speed(Aligner aligner) {
  private static final int[] SIZES = {1_000, 3_000, 10_000};
  private static final int WARM_UPS = 3;
  private static final int RUNS = 3;

  void print(List<GoldBitext> sets, Table table) {
    for (int round = 0; round < WARM_UPS; round++) {
      sets.forEach(set -> Trial.of(aligner, set));
    }
    table.line(
        "%nspeed after warm-up%n%-34s %9s %9s %9s", "set, repeated", "segments", "seg/s", "MiB");
    for (int size : SIZES) {
      double segments = 0;
      double seconds = 0;
      for (GoldBitext set : sets) {
        GoldBitext longer = repeated(set, size);
        double took = median(longer);
        table.line(
            "%-34s %9d %9.0f %9d",
            set.name(), longer.segments(), longer.segments() / took, mebibytes(longer));
        segments += longer.segments();
        seconds += took;
      }
      table.line("%-34s %9d %9.0f", "all of these", (int) segments, segments / seconds);
    }
  }

  private double median(GoldBitext set) {
    double[] seconds = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      seconds[run] = Trial.of(aligner, set).seconds();
    }
    Arrays.sort(seconds);
    return seconds[RUNS / 2];
  }

  private long mebibytes(GoldBitext set) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    ManagementFactory.getMemoryMXBean().gc();
    long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    Trial.of(aligner, set);
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return (peak - before) >> 20;
  }

  /** A set end to end until both sides together hold at least so many segments. */
  private static GoldBitext repeated(GoldBitext set, int size) {
    List<String> source = new ArrayList<>(set.source());
    List<String> target = new ArrayList<>(set.target());
    while (source.size() + target.size() < size) {
      source.addAll(set.source());
      target.addAll(set.target());
    }
    return new GoldBitext(set.name(), set.languages(), source, target, List.of());
  }
}
