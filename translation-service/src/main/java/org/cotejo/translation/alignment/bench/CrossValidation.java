package org.cotejo.translation.alignment.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;

/**
 * Chooses settings without the sets they are then measured on.
 *
 * <p>Every combination of the values tried is run on every set, clean and with five percent of the
 * characters misread and a page missing. All sets of one pair of languages are held out in turn:
 * the combination with the best mean over the others is taken for them. The table sets what comes
 * of it beside the standard settings and beside the best combination that knew the held-out sets.
 */
final class CrossValidation {
  private static final List<Damage> DAMAGES = List.of(Damage.CHARACTERS_5, Damage.MISSING_PAGE);

  private final List<GoldBitext> sets;
  private final Table table;

  CrossValidation(List<GoldBitext> sets, Table table) {
    this.sets = sets;
    this.table = table;
  }

  /** Settings that were tried: strict F1 of every set, over clean and damaged and clean alone. */
  private record Candidate(String name, List<Double> overall, List<Double> clean) {}

  /** Tries all combinations of settings, each given as {@code name=value,value...}. */
  void print(List<String> tried) {
    List<Candidate> candidates = new ArrayList<>();
    table.line("%n%-58s %7s %7s", "settings", "mean", "clean");
    TriedSettings.combinations(tried)
        .forEach(
            (name, settings) -> {
              Candidate candidate = figures(name, settings);
              candidates.add(candidate);
              table.line(
                  "%-58s %7.4f %7.4f", name, mean(candidate.overall()), mean(candidate.clean()));
            });
    table.line(
        "%n%-12s %-46s %8s %8s %8s",
        "held out", "chosen on the others", "chosen", "standard", "best");
    for (String languages : new TreeSet<>(sets.stream().map(GoldBitext::languages).toList())) {
      Candidate chosen = best(candidates, languages, false);
      table.line(
          "%-12s %-46s %8.4f %8.4f %8.4f",
          languages,
          chosen.name(),
          mean(chosen, languages, true),
          mean(candidates.getFirst(), languages, true),
          mean(best(candidates, languages, true), languages, true));
    }
  }

  private Candidate best(List<Candidate> candidates, String languages, boolean these) {
    return candidates.stream()
        .reduce(
            (one, other) ->
                mean(other, languages, these) > mean(one, languages, these) ? other : one)
        .orElseThrow();
  }

  private Candidate figures(String name, AlignmentSettings settings) {
    LexicalAligner aligner = new LexicalAligner(settings);
    List<Double> overall = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    for (GoldBitext set : sets) {
      double clean = Trial.of(aligner, set).figures().strict();
      double sum = clean;
      for (Damage damage : DAMAGES) {
        sum += Trial.of(aligner, damage.of(set)).figures().strict();
      }
      alone.add(clean);
      overall.add(sum / (1 + DAMAGES.size()));
    }
    return new Candidate(name, overall, alone);
  }

  private static double mean(List<Double> figures) {
    return figures.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private double mean(Candidate candidate, String languages, boolean these) {
    double sum = 0;
    int count = 0;
    for (int at = 0; at < sets.size(); at++) {
      if (sets.get(at).languages().equals(languages) == these) {
        sum += candidate.overall().get(at);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
