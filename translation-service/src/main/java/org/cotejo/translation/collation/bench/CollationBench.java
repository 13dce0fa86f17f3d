package org.cotejo.translation.collation.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.alignment.bench.BitextFolders;
import org.cotejo.translation.collation.Collator;
import org.cotejo.translation.collation.Finding;
import org.cotejo.translation.collation.Rule;

/**
 * {@code deploy/bench/collate}: plants known differences into clean bitexts, aligns and collates
 * them as the service does, and counts what each rule finds.
 *
 * <p>Sets are cut into documents of sixty beads. Recall: share of the planted differences that
 * their rule reports at a segment concerned. False alarms: reports on the document as it was, less
 * those that the gold itself calls for (an omission where people linked nothing).
 */
public final class CollationBench {
  private static final String USAGE =
      "usage: collate [--out OUT] [--archive] [--beads N] [--fit] DIR... | collate --fit EXAMPLES..."
          + " | collate --links [--beads N] [--try SETTING=VALUE,...]... DIR...";
  private static final String EXAMPLES = ".tsv";
  private static final int BEADS = 60;
  private static final int ROUNDS = 3;
  private static final int PLANTED = 4;
  private static final long SEED = 1962;

  private final PrintStream report;
  private final List<String> lines = new ArrayList<>();
  private final Map<Rule, int[]> counts = new EnumMap<>(Rule.class);
  private final Aligner aligner = new LexicalAligner(AlignmentSettings.standard());
  private final Collator collator = new Collator();
  private int documents;
  private Archive.Known known = Archive.Known.NOTHING;
  private final boolean withArchive;
  private final int beads;

  private CollationBench(PrintStream report, boolean withArchive, int beads) {
    this.report = report;
    this.withArchive = withArchive;
    this.beads = beads;
    for (Rule rule : Rule.values()) {
      counts.put(rule, new int[4]);
    }
  }

  /** Runs the bench; see {@code deploy/bench/collate} for the arguments. */
  public static void main(String[] arguments) throws IOException {
    Path out = Path.of("");
    boolean withArchive = false;
    boolean fit = false;
    boolean links = false;
    List<String> tried = new ArrayList<>();
    int beads = BEADS;
    List<Path> sets = new ArrayList<>();
    List<Path> seen = new ArrayList<>();
    for (int at = 0; at < arguments.length; at++) {
      if (arguments[at].equals("--out") && at + 1 < arguments.length) {
        at++;
        out = Path.of(arguments[at]);
      } else if (arguments[at].equals("--archive")) {
        withArchive = true;
      } else if (arguments[at].equals("--fit")) {
        fit = true;
      } else if (arguments[at].equals("--links")) {
        links = true;
      } else if (arguments[at].equals("--try") && at + 1 < arguments.length) {
        at++;
        tried.add(arguments[at]);
      } else if (arguments[at].equals("--beads") && at + 1 < arguments.length) {
        at++;
        beads = Integer.parseInt(arguments[at]);
      } else if (arguments[at].endsWith(EXAMPLES)) {
        seen.add(Path.of(arguments[at]));
      } else {
        BitextFolders.add(arguments[at], sets);
      }
    }
    if (fit && sets.isEmpty() && !seen.isEmpty()) {
      GapFit.run(System.out, seen);
      return;
    }
    if (sets.isEmpty() || !seen.isEmpty() || beads < 1) {
      System.err.println(USAGE);
      System.exit(2);
    }
    if (fit) {
      new GapFit(System.out, PLANTED).run(sets, beads, out);
      return;
    }
    if (links) {
      new LinksOfDocuments(System.out, sets, beads).print(tried);
      return;
    }
    CollationBench bench = new CollationBench(System.out, withArchive, beads);
    bench.run(sets);
    if (!out.toString().isEmpty()) {
      Files.createDirectories(out);
      Files.write(out.resolve("collation.txt"), bench.lines);
    }
  }

  private void run(List<Path> sets) throws IOException {
    List<CleanBitext> parts = new ArrayList<>();
    for (Path set : sets) {
      parts.addAll(CleanBitext.read(set, beads));
    }
    Archive archive = new Archive(parts, aligner);
    for (int k = 0; k < parts.size(); k++) {
      CleanBitext clean = parts.get(k);
      known = withArchive ? archive.without(clean) : Archive.Known.NOTHING;
      documents++;
      falseAlarms(clean);
      CleanBitext stranger = stranger(parts, k);
      for (int round = 0; round < ROUNDS; round++) {
        Mutator mutator = new Mutator(SEED + 1000L * k + round);
        for (Mutation mutation : mutator.mutations(clean, stranger)) {
          planted(clean, mutation);
        }
      }
    }
    table();
  }

  /** A part of the same languages that stands as far away as possible. */
  static CleanBitext stranger(List<CleanBitext> parts, int index) {
    CleanBitext clean = parts.get(index);
    List<CleanBitext> same =
        parts.stream()
            .filter(part -> part.languages().equals(clean.languages()) && !part.equals(clean))
            .toList();
    return same.isEmpty() ? clean : same.get((index + same.size() / 2) % same.size());
  }

  private void falseAlarms(CleanBitext clean) {
    Set<String> omitted = new HashSet<>();
    for (CleanBitext.GoldBead bead : clean.beads()) {
      if (bead.target().isEmpty()) {
        bead.source().forEach(index -> omitted.add("s" + (index + 1)));
      }
      if (bead.source().isEmpty()) {
        bead.target().forEach(index -> omitted.add("t" + (index + 1)));
      }
    }
    for (Finding finding : collate(clean.languages(), clean.source(), clean.target())) {
      boolean called =
          finding.source().segments().stream().anyMatch(omitted::contains)
              || finding.target().segments().stream().anyMatch(omitted::contains);
      boolean missing = finding.rule() == Rule.OMISSION || finding.rule() == Rule.ADDITION;
      if (!(missing && called)) {
        count(finding.rule())[2]++;
        lines.add(line("clean", clean.name(), finding, clean.source(), clean.target()));
      }
    }
  }

  private void planted(CleanBitext clean, Mutation mutation) {
    int[] count = count(mutation.rule());
    count[0]++;
    boolean hit = false;
    for (Finding finding : collate(clean.languages(), mutation.source(), mutation.target())) {
      if (answers(finding.rule(), mutation.rule()) && at(finding, mutation)) {
        hit = true;
      }
    }
    if (hit) {
      count[1]++;
    } else {
      lines.add(
          "missed %s %s %s %s"
              .formatted(
                  mutation.rule().code(),
                  clean.name(),
                  mutation.sourceAt().stream().map(mutation.source()::get).limit(1).toList(),
                  mutation.targetAt().stream().map(mutation.target()::get).limit(1).toList()));
    }
  }

  /** A number inside a date is reported as a date that differs. */
  private static boolean answers(Rule reported, Rule planted) {
    return reported == planted || (planted == Rule.NUMBER && reported == Rule.DATE);
  }

  private static boolean at(Finding finding, Mutation mutation) {
    return mutation.sourceAt().stream()
            .anyMatch(index -> finding.source().segments().contains("s" + (index + 1)))
        || mutation.targetAt().stream()
            .anyMatch(index -> finding.target().segments().contains("t" + (index + 1)));
  }

  private int[] count(Rule rule) {
    return counts.computeIfAbsent(rule, key -> new int[4]);
  }

  private static String line(
      String what, String where, Finding finding, List<String> source, List<String> target) {
    return "%s %s %s %s %s: %s%n    %s%n    %s"
        .formatted(
            what,
            finding.rule().code(),
            where,
            finding.source().segments(),
            finding.target().segments(),
            finding.message(),
            texts(finding.source().segments(), source),
            texts(finding.target().segments(), target));
  }

  private static String texts(List<String> ids, List<String> sentences) {
    return ids.stream()
        .map(id -> sentences.get(Integer.parseInt(id.substring(1)) - 1))
        .collect(Collectors.joining(" // "));
  }

  private void table() {
    report.printf(Locale.ROOT, "%d documents of %d beads%n", documents, beads);
    report.printf(
        Locale.ROOT,
        "%-17s %8s %8s %8s %10s %14s%n",
        "rule",
        "planted",
        "found",
        "recall",
        "precision",
        "false/document");
    for (Rule rule : Rule.values()) {
      int[] count = count(rule);
      int rounds = Math.max(1, count[0]);
      // Planted differences outnumber those of real papers or not: precision at one a document.
      double recall = (double) count[1] / rounds;
      double alarms = (double) count[2] / documents;
      report.printf(
          Locale.ROOT,
          "%-17s %8d %8d %8s %10s %14.2f%n",
          rule.code(),
          count[0],
          count[1],
          count[0] == 0 ? "-" : String.format(Locale.ROOT, "%.3f", recall),
          count[0] == 0 ? "-" : String.format(Locale.ROOT, "%.3f", recall / (recall + alarms)),
          alarms);
    }
  }

  private List<Finding> collate(List<String> languages, List<String> source, List<String> target) {
    PlainBitext pair = PlainBitext.aligned(aligner, known, languages, source, target);
    return collator.collate(pair.reading(), pair.bitext(), known.words());
  }
}
