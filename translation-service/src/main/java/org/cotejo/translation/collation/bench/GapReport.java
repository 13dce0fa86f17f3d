package org.cotejo.translation.collation.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cotejo.translation.collation.GapKind;
import org.cotejo.translation.collation.GapNorm;
import org.cotejo.translation.collation.GapWeights;

/** Fits models to examples, measures them on sets that they have not seen, prints both. */
final class GapReport {
  // So many false alarms a document are aimed at on the sets that are fitted to.
  private static final double ALARMS = 1.5;
  // The least threshold lies so much above the usual one: a literal translation has few alarms.
  private static final double LITERAL = .4;

  private final PrintStream report;
  private final List<GapExample> examples;

  GapReport(PrintStream report, List<GapExample> examples) {
    this.report = report;
    this.examples = List.copyOf(examples);
  }

  void print() {
    report.printf(
        Locale.ROOT,
        "%d sentences that are missing, %d that are not%n",
        examples.stream().filter(GapExample::missing).count(),
        examples.stream().filter(example -> !example.missing()).count());
    report.printf("%-38s %10s %8s %14s%n", "set left out", "", "recall", "false/document");
    for (String set : examples.stream().map(GapExample::set).distinct().sorted().toList()) {
      held(set, example -> !example.set().equals(set));
    }
    report.println("fitted to all sets, measured on them");
    GapWeights all = weights(examples);
    for (String set : examples.stream().map(GapExample::set).distinct().sorted().toList()) {
      held(set, example -> true);
    }
    for (GapKind kind : GapKind.values()) {
      report.println(kind);
      for (int k = 0; k < kind.quantities().size(); k++) {
        report.printf(
            Locale.ROOT,
            "  %-20s %6.2f%n",
            kind.quantities().get(k),
            all.of().getOrDefault(kind, List.of()).get(k));
      }
    }
    norm("omitted", norm(all, examples, true));
    norm("added", norm(all, examples, false));
  }

  private void norm(String what, GapNorm norm) {
    report.printf(
        Locale.ROOT,
        "%s: before %.2f, beyond %.2f, least %.2f%n",
        what,
        norm.before(),
        norm.beyond(),
        norm.least());
  }

  private void held(String set, Predicate<GapExample> taught) {
    List<GapExample> training = examples.stream().filter(taught).toList();
    if (training.isEmpty()) {
      return;
    }
    GapWeights weights = weights(training);
    for (boolean ofSource : new boolean[] {true, false}) {
      GapNorm norm = norm(weights, training, ofSource);
      List<GapExample> test =
          examples.stream()
              .filter(example -> example.set().equals(set) && example.ofSource() == ofSource)
              .toList();
      Map<String, Double> thresholds = thresholds(weights, norm, test);
      long found = 0;
      long alarms = 0;
      for (GapExample example : test) {
        if (weights.logit(example.look())
            > thresholds.getOrDefault(example.document(), Double.MAX_VALUE)) {
          found += example.missing() ? 1 : 0;
          alarms += example.missing() ? 0 : 1;
        }
      }
      long missing = test.stream().filter(GapExample::missing).count();
      report.printf(
          Locale.ROOT,
          "%-38s %10s %8.3f %14.2f%n",
          set,
          ofSource ? "omitted" : "added",
          (double) found / Math.max(1, missing),
          (double) alarms / Math.max(1, thresholds.size()));
    }
  }

  private static GapWeights weights(List<GapExample> examples) {
    Map<GapKind, List<Double>> weights = new EnumMap<>(GapKind.class);
    for (GapKind kind : GapKind.values()) {
      List<GapExample> same =
          examples.stream().filter(example -> example.look().kind() == kind).toList();
      if (!same.isEmpty()) {
        weights.put(
            kind,
            LogisticRegression.fit(
                same.stream().map(example -> example.look().evidence()).toList(),
                same.stream().map(GapExample::missing).toList()));
      }
    }
    return new GapWeights(weights);
  }

  /** The norm with which a side of the examples' documents has as many false alarms as aimed at. */
  private static GapNorm norm(GapWeights weights, List<GapExample> examples, boolean ofSource) {
    List<GapExample> side =
        examples.stream().filter(example -> example.ofSource() == ofSource).toList();
    Map<String, List<Double>> linked = linked(weights, side);
    double before = linked.values().stream().mapToDouble(GapNorm::share).average().orElse(0);
    GapNorm bare = new GapNorm(before, 0, before + LITERAL);
    Map<String, Double> thresholds = thresholds(weights, bare, side);
    List<Double> above = new ArrayList<>();
    for (GapExample example : side) {
      if (!example.missing()) {
        above.add(weights.logit(example.look()) - thresholds.getOrDefault(example.document(), 0.0));
      }
    }
    above.sort(Comparator.reverseOrder());
    int allowed = Math.min(above.size() - 1, (int) Math.round(ALARMS * linked.size()));
    double beyond = allowed < 0 ? 0 : above.get(allowed);
    return new GapNorm(before, beyond, bare.least() + beyond);
  }

  private static Map<String, Double> thresholds(
      GapWeights weights, GapNorm norm, List<GapExample> side) {
    Map<String, Double> thresholds = new TreeMap<>();
    linked(weights, side)
        .forEach((document, logits) -> thresholds.put(document, norm.threshold(logits)));
    return thresholds;
  }

  /** The logits of the linked sentences that are not missing, by document. */
  private static Map<String, List<Double>> linked(GapWeights weights, List<GapExample> side) {
    return side.stream()
        .filter(example -> !example.missing() && example.look().kind() != GapKind.UNLINKED)
        .collect(
            Collectors.groupingBy(
                GapExample::document,
                TreeMap::new,
                Collectors.mapping(example -> weights.logit(example.look()), Collectors.toList())));
  }
}
