package org.cotejo.translation.collation.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.FixedLinks;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.alignment.PriorLexicon;
import org.cotejo.translation.alignment.bench.AlignmentScore;
import org.cotejo.translation.alignment.bench.TriedSettings;

/**
 * {@code deploy/bench/collate --links}: how well documents are aligned without an archive and with
 * the lexicon that the other documents have taught; the mean of their strict F1.
 */
final class LinksOfDocuments {
  private final PrintStream report;
  private final List<CleanBitext> documents = new ArrayList<>();
  private final Map<CleanBitext, PriorLexicon> taught = new HashMap<>();

  LinksOfDocuments(PrintStream report, List<Path> sets, int beads) throws IOException {
    this.report = report;
    for (Path set : sets) {
      documents.addAll(CleanBitext.read(set, beads));
    }
    Archive archive = new Archive(documents, new LexicalAligner(AlignmentSettings.standard()));
    for (CleanBitext document : documents) {
      taught.put(document, archive.without(document).prior());
    }
  }

  /** Prints a table for the standard settings and for each combination of others. */
  void print(List<String> tried) {
    TriedSettings.combinations(tried)
        .forEach((name, settings) -> table(name, new LexicalAligner(settings)));
  }

  private void table(String name, Aligner aligner) {
    Map<String, List<double[]>> bySet = new LinkedHashMap<>();
    for (CleanBitext document : documents) {
      double[] figures = {
        strict(document, aligner, PriorLexicon.NONE),
        strict(document, aligner, taught.getOrDefault(document, PriorLexicon.NONE))
      };
      bySet.computeIfAbsent(document.set(), key -> new ArrayList<>()).add(figures);
    }
    report.printf(Locale.ROOT, "%n%-36s %9s %9s %9s%n", name, "documents", "without", "archive");
    double[] sums = new double[2];
    bySet.forEach(
        (set, figures) -> {
          double without = mean(figures, 0);
          double with = mean(figures, 1);
          sums[0] += without;
          sums[1] += with;
          report.printf(Locale.ROOT, "%-36s %9d %9.4f %9.4f%n", set, figures.size(), without, with);
        });
    report.printf(
        Locale.ROOT,
        "%-36s %9d %9.4f %9.4f%n",
        "mean of the sets",
        documents.size(),
        sums[0] / bySet.size(),
        sums[1] / bySet.size());
  }

  private static double strict(CleanBitext document, Aligner aligner, PriorLexicon known) {
    List<AlignmentScore.Pair> gold =
        document.beads().stream()
            .map(bead -> new AlignmentScore.Pair(bead.source(), bead.target()))
            .toList();
    return AlignmentScore.strict(
        gold,
        aligner
            .align(
                PlainBitext.passages(document.source()),
                PlainBitext.passages(document.target()),
                known,
                FixedLinks.NONE)
            .beads()
            .stream()
            .map(AlignmentScore::pair)
            .toList());
  }

  private static double mean(List<double[]> figures, int column) {
    return figures.stream().mapToDouble(figure -> figure[column]).average().orElse(0);
  }
}
