package org.cotejo.translation.alignment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LengthAligner;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.alignment.bench.AlignmentScore.Pair;

/**
 * {@code deploy/bench/align}: aligns folders with {@code src.txt} and {@code tgt.txt} (a segment a
 * line), writes the beads in the form of {@code gold.txt} and scores them where there is a gold.
 *
 * <p>Each set is aligned once to warm up and once to be measured. Speed is segments of both sides a
 * second of processor time of the one thread that aligns.
 */
public final class AlignmentBench {
  private final Options options;
  private final Table table = new Table(System.out);
  private final Aligner yardstick = new LengthAligner();

  private AlignmentBench(Options options) {
    this.options = options;
  }

  /** Runs the bench; see {@code deploy/bench/align} for the arguments. */
  public static void main(String[] arguments) throws IOException {
    new AlignmentBench(Options.of(arguments)).run();
  }

  /** What the command line says. */
  private record Options(
      Aligner aligner,
      Path out,
      List<Path> sets,
      boolean damage,
      boolean speed,
      List<String> tried) {

    static Options of(String[] arguments) {
      String method = "lexical";
      Path out = Path.of("");
      boolean damage = false;
      boolean speed = false;
      List<Path> sets = new ArrayList<>();
      List<String> tried = new ArrayList<>();
      for (int at = 0; at < arguments.length; at++) {
        switch (arguments[at]) {
          case "--method" -> method = valueAfter(arguments, at++);
          case "--out" -> out = Path.of(valueAfter(arguments, at++));
          case "--damage" -> damage = true;
          case "--speed" -> speed = true;
          case "--try" -> tried.add(valueAfter(arguments, at++));
          default -> BitextFolders.add(arguments[at], sets);
        }
      }
      if (sets.isEmpty() || out.toString().isEmpty()) {
        throw refused(
            "usage: align --out OUT [--method lexical|length] [--damage] [--speed]"
                + " [--try SETTING=VALUE,...]... DIR...");
      }
      return new Options(aligner(method), out, sets, damage, speed, tried);
    }

    private static String valueAfter(String[] arguments, int at) {
      if (at + 1 == arguments.length) {
        throw refused("align: " + arguments[at] + " wants a value");
      }
      return arguments[at + 1];
    }

    private static Aligner aligner(String method) {
      return switch (method) {
        case "lexical" -> new LexicalAligner(AlignmentSettings.standard());
        case "length" -> new LengthAligner();
        default -> throw refused("align: no method " + method + "; there are lexical and length");
      };
    }

    private static IllegalStateException refused(String message) {
      System.err.println(message);
      System.exit(2);
      return new IllegalStateException("unreachable");
    }
  }

  private void run() throws IOException {
    Files.createDirectories(options.out());
    List<GoldBitext> gold = new ArrayList<>();
    Reliability reliability = new Reliability();
    table.line("method %s", options.aligner().name());
    table.line(
        "%-34s %9s %6s %6s %6s   %6s %6s %6s %9s %9s",
        "set", "segments", "P", "R", "F1", "lax P", "lax R", "lax F1", "seg/s", "length F1");
    for (Path folder : options.sets()) {
      GoldBitext set = GoldBitext.read(folder);
      Trial.of(options.aligner(), set);
      Trial trial = Trial.of(options.aligner(), set);
      write(trial);
      if (set.golds().isEmpty()) {
        table.line(
            "%-34s %9d %48s %9.0f",
            set.name(), set.segments(), "no gold", set.segments() / trial.seconds());
      } else {
        gold.add(set);
        print(trial);
        reliability.add(trial);
      }
    }
    reliability.print(table);
    if (options.damage()) {
      new Robustness(options.aligner(), yardstick).print(gold, table);
    }
    if (options.speed()) {
      new Speed(options.aligner()).print(gold, table);
    }
    if (!options.tried().isEmpty()) {
      new CrossValidation(gold, table).print(options.tried());
    }
  }

  private void write(Trial trial) throws IOException {
    Files.write(
        options.out().resolve(trial.set().name() + ".txt"),
        trial.pairs().stream().map(AlignmentBench::line).toList());
  }

  private void print(Trial trial) {
    Trial.Figures figures = trial.figures();
    table.line(
        "%-34s %9d %6.3f %6.3f %6.3f   %6.3f %6.3f %6.3f %9.0f %9.3f",
        trial.set().name(),
        trial.set().segments(),
        figures.precision().strict(),
        figures.recall().strict(),
        figures.strict(),
        figures.precision().lax(),
        figures.recall().lax(),
        figures.lax(),
        trial.set().segments() / trial.seconds(),
        Trial.of(yardstick, trial.set()).figures().strict());
  }

  private static String line(Pair pair) {
    return pair.source() + ":" + pair.target();
  }
}
