package org.cotejo.translation.alignment.bench;

import java.util.List;
import java.util.Locale;
import org.cotejo.translation.alignment.Aligner;

/** What each kind of damage costs: strict F1 of every set, damaged in every way. */
record Robustness(Aligner aligner, Aligner yardstick) {

  void print(List<GoldBitext> sets, Table table) {
    table.line(
        "%nstrict F1 of damaged originals%n%-20s %s   %6s %6s %6s",
        "damage", names(sets), "mean", "cost", "length");
    double clean = row("none", sets, Double.NaN, table);
    for (Damage damage : Damage.values()) {
      row(damage.label, sets.stream().map(damage::of).toList(), clean, table);
    }
  }

  private double row(String label, List<GoldBitext> sets, double clean, Table table) {
    StringBuilder cells = new StringBuilder();
    double sum = 0;
    double length = 0;
    for (GoldBitext set : sets) {
      double strict = Trial.of(aligner, set).figures().strict();
      cells.append(String.format(Locale.ROOT, " %8.3f", strict));
      sum += strict / sets.size();
      length += Trial.of(yardstick, set).figures().strict() / sets.size();
    }
    String cost = Double.isNaN(clean) ? "" : String.format(Locale.ROOT, "%.3f", clean - sum);
    table.line("%-20s%s    %6.3f %6s %6.3f", label, cells, sum, cost, length);
    return sum;
  }

  private static String names(List<GoldBitext> sets) {
    StringBuilder names = new StringBuilder();
    for (GoldBitext set : sets) {
      String name = set.name();
      names.append(String.format("%8s ", name.substring(0, Math.min(8, name.length()))));
    }
    return names.toString().stripTrailing();
  }
}
