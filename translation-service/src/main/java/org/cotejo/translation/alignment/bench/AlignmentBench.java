package org.cotejo.translation.alignment.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.Alignment;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.Bead;
import org.cotejo.translation.alignment.LengthAligner;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.alignment.Passage;
import org.cotejo.translation.alignment.bench.AlignmentScore.Pair;
import org.cotejo.translation.segmentation.EditorialAnnotations;

/**
 * {@code deploy/bench/align}: aligns folders with {@code src.txt} and {@code tgt.txt} (a segment a
 * line), writes the beads in the form of {@code gold.txt} and scores them where there is a gold.
 *
 * <p>Each set is aligned once to warm up and once to be measured. Speed is segments of both sides a
 * second of processor time of the one thread that aligns.
 */
public final class AlignmentBench {
  private static final Pattern INDICES = Pattern.compile("\\[([^\\]]*)\\]");
  private static final int RELIABILITY_BINS = 10;

  private final Aligner aligner;
  private final Path out;
  private final PrintStream report;
  private final int[] binCount = new int[RELIABILITY_BINS];
  private final int[] binRight = new int[RELIABILITY_BINS];
  private final double[] binConfidence = new double[RELIABILITY_BINS];

  private AlignmentBench(Aligner aligner, Path out, PrintStream report) {
    this.aligner = aligner;
    this.out = out;
    this.report = report;
  }

  /** Runs the bench; see {@code deploy/bench/align} for the arguments. */
  public static void main(String[] arguments) throws IOException {
    String method = "lexical";
    Path out = Path.of("");
    List<Path> sets = new ArrayList<>();
    for (int at = 0; at < arguments.length; at++) {
      switch (arguments[at]) {
        case "--method" -> method = valueAfter(arguments, at++);
        case "--out" -> out = Path.of(valueAfter(arguments, at++));
        default -> BitextFolders.add(arguments[at], sets);
      }
    }
    if (sets.isEmpty() || out.toString().isEmpty()) {
      System.err.println("usage: align --out OUT [--method lexical|length] DIR...");
      System.exit(2);
    }
    new AlignmentBench(aligner(method), out, System.out).run(sets);
  }

  private static String valueAfter(String[] arguments, int at) {
    if (at + 1 == arguments.length) {
      System.err.println("align: " + arguments[at] + " wants a value");
      System.exit(2);
    }
    return arguments[at + 1];
  }

  private static Aligner aligner(String method) {
    return switch (method) {
      case "lexical" -> new LexicalAligner(AlignmentSettings.standard());
      case "length" -> new LengthAligner();
      default -> {
        System.err.println("align: no method " + method + "; there are lexical and length");
        System.exit(2);
        throw new IllegalStateException("unreachable");
      }
    };
  }

  private void run(List<Path> sets) throws IOException {
    Files.createDirectories(out);
    print("method %s%n", aligner.name());
    print(
        "%-34s %9s %6s %6s %6s   %6s %6s %6s %9s%n",
        "set", "segments", "P", "R", "F1", "lax P", "lax R", "lax F1", "seg/s");
    for (Path set : sets) {
      align(set);
    }
    reliability();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    print("heap in use at the end: %d MiB%n", used >> 20);
  }

  private void align(Path set) throws IOException {
    List<Passage> source = passages(set.resolve("src.txt"));
    List<Passage> target = passages(set.resolve("tgt.txt"));
    aligner.align(source, target);
    long start = cpuNanos();
    Alignment alignment = aligner.align(source, target);
    double seconds = (cpuNanos() - start) / 1e9;
    String name = set.toAbsolutePath().normalize().getFileName().toString();
    Files.write(
        out.resolve(name + ".txt"), alignment.beads().stream().map(AlignmentBench::line).toList());
    int segments = source.size() + target.size();
    Path goldFile = set.resolve("gold.txt");
    if (Files.exists(goldFile)) {
      score(name, segments, seconds, pairs(goldFile), alignment);
    } else {
      print("%-34s %9d %58s %9.0f%n", name, segments, "no gold", segments / seconds);
    }
  }

  private void score(
      String name, int segments, double seconds, List<Pair> gold, Alignment alignment) {
    List<Pair> test = alignment.beads().stream().map(AlignmentBench::pair).toList();
    AlignmentScore precision = AlignmentScore.precision(gold, test);
    AlignmentScore recall = AlignmentScore.recall(gold, test);
    print(
        "%-34s %9d %6.3f %6.3f %6.3f   %6.3f %6.3f %6.3f %9.0f%n",
        name,
        segments,
        precision.strict(),
        recall.strict(),
        AlignmentScore.harmonicMean(precision.strict(), recall.strict()),
        precision.lax(),
        recall.lax(),
        AlignmentScore.harmonicMean(precision.lax(), recall.lax()),
        segments / seconds);
    for (Bead bead : alignment.beads()) {
      int bin = Math.min(RELIABILITY_BINS - 1, (int) (bead.confidence() * RELIABILITY_BINS));
      binCount[bin]++;
      binConfidence[bin] += bead.confidence();
      binRight[bin] += gold.contains(pair(bead)) ? 1 : 0;
    }
  }

  private void reliability() {
    if (IntStream.of(binCount).sum() == 0) {
      return;
    }
    print(
        "%nreliability of the confidence%n%-12s %7s %11s %7s%n",
        "confidence", "beads", "mean", "right");
    for (int bin = 0; bin < RELIABILITY_BINS; bin++) {
      if (binCount[bin] > 0) {
        print(
            "%.1f - %.1f    %7d %11.3f %7.3f%n",
            bin / 10.0,
            (bin + 1) / 10.0,
            binCount[bin],
            binConfidence[bin] / binCount[bin],
            (double) binRight[bin] / binCount[bin]);
      }
    }
  }

  /** Time this thread has had on a core: what others do on the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Passage> passages(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> Passage.of(EditorialAnnotations.masked(line)))
        .toList();
  }

  private static List<Pair> pairs(Path gold) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(gold)) {
      Matcher sides = INDICES.matcher(line);
      if (sides.find()) {
        List<Integer> source = indices(sides.group(1));
        if (sides.find()) {
          pairs.add(new Pair(source, indices(sides.group(1))));
        }
      }
    }
    return pairs;
  }

  private static List<Integer> indices(String text) {
    List<Integer> indices = new ArrayList<>();
    for (String number : text.split(",", -1)) {
      if (!number.isBlank()) {
        indices.add(Integer.valueOf(number.strip()));
      }
    }
    return indices;
  }

  private static Pair pair(Bead bead) {
    return new Pair(
        IntStream.range(bead.sourceStart(), bead.sourceEnd()).boxed().toList(),
        IntStream.range(bead.targetStart(), bead.targetEnd()).boxed().toList());
  }

  private static String line(Bead bead) {
    Pair pair = pair(bead);
    return pair.source() + ":" + pair.target();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  private void print(String format, Object... values) {
    report.printf(Locale.ROOT, format, values);
  }
}
