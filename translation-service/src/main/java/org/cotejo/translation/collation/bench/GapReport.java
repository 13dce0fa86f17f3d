package org.cotejo.translation.collation.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotejo.translation.collation.GapKind;
import org.cotejo.translation.collation.GapNorm;
import org.cotejo.translation.collation.GapWeights;

/** Fits models to examples, measures them on sets that they have not seen, prints both. */
final class GapReport {
  // So many false alarms a document are aimed at on the sets that are fitted to.
  private static final double ALARMS = 2;
  private static final double[] CURVE = {.5, 1, 1.5, 2, 2.5, 3, 4};
  // The least threshold lies so much above the usual one: a literal translation has few alarms.
  private static final double LITERAL = .4;

  private final PrintStream report;
  private final List<GapExample> examples;
  private final Map<String, GapWeights> byOthers = new HashMap<>();

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
      held(set, others(set), taughtByOthers(set));
    }
    for (boolean withArchive : new boolean[] {true, false}) {
      curve(withArchive, true);
      curve(withArchive, false);
    }
    report.println("fitted to all sets, measured on them");
    GapWeights all = weights(examples);
    for (String set : examples.stream().map(GapExample::set).distinct().sorted().toList()) {
      held(set, examples, all);
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

  /**
   * The recall of sets by what the others teach, at so many false alarms a document.
   *
   * @param withArchive whether of the documents whose words an archive has taught
   */
  private void curve(boolean withArchive, boolean ofSource) {
    List<Double> present = new ArrayList<>();
    List<Double> missing = new ArrayList<>();
    int documents = 0;
    for (String set : examples.stream().map(GapExample::set).distinct().sorted().toList()) {
      List<GapExample> training = others(set);
      List<GapExample> test =
          examples.stream()
              .filter(example -> example.set().equals(set))
              .filter(example -> example.withArchive() == withArchive)
              .filter(example -> example.ofSource() == ofSource)
              .toList();
      if (training.isEmpty() || test.isEmpty()) {
        continue;
      }
      GapWeights weights = taughtByOthers(set);
      GapNorm bare = bare(weights, training, ofSource);
      Map<String, Double> thresholds = thresholds(weights, bare, test);
      documents += thresholds.size();
      for (GapExample example : test) {
        (example.missing() ? missing : present)
            .add(
                weights.logit(example.look())
                    - thresholds.getOrDefault(example.document(), Double.MAX_VALUE));
      }
    }
    present.sort(Comparator.reverseOrder());
    StringBuilder line = new StringBuilder();
    for (double alarms : CURVE) {
      int allowed = (int) (alarms * documents);
      double least = allowed < present.size() ? present.get(allowed) : Double.NEGATIVE_INFINITY;
      long found = missing.stream().filter(logit -> logit > least).count();
      line.append(
          String.format(
              Locale.ROOT, "  %.1f: %.3f", alarms, (double) found / Math.max(1, missing.size())));
    }
    report.printf(
        "%s %s, recall at false alarms a document%s%n",
        withArchive ? "with an archive" : "without an archive",
        ofSource ? "omitted" : "added",
        line);
  }

  private List<GapExample> others(String set) {
    return examples.stream().filter(example -> !example.set().equals(set)).toList();
  }

  /** What the other sets teach; fitted once, asked for with each table. */
  private GapWeights taughtByOthers(String set) {
    return byOthers.computeIfAbsent(set, _ -> weights(others(set)));
  }

  private void held(String set, List<GapExample> training, GapWeights weights) {
    if (training.isEmpty()) {
      return;
    }
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
    GapNorm bare = bare(weights, side, ofSource);
    Map<String, Double> thresholds = thresholds(weights, bare, side);
    List<Double> above = new ArrayList<>();
    for (GapExample example : side) {
      if (!example.missing()) {
        above.add(weights.logit(example.look()) - thresholds.getOrDefault(example.document(), 0.0));
      }
    }
    above.sort(Comparator.reverseOrder());
    int allowed = Math.min(above.size() - 1, (int) Math.round(ALARMS * thresholds.size()));
    double beyond = allowed < 0 ? 0 : above.get(allowed);
    return new GapNorm(bare.before(), beyond, bare.least() + beyond);
  }

  /** The norm that reports all that looks more missing than what is usual. */
  private static GapNorm bare(GapWeights weights, List<GapExample> examples, boolean ofSource) {
    List<GapExample> side =
        examples.stream().filter(example -> example.ofSource() == ofSource).toList();
    double before =
        linked(weights, side).values().stream().mapToDouble(GapNorm::share).average().orElse(0);
    return new GapNorm(before, 0, before + LITERAL);
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
