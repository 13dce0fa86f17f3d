package org.cotejo.ocr.recognition.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.PreparationSteps;
import org.cotejo.ocr.surrogates.PageFailure;

/**
 * {@code deploy/bench/ocr}: reads the images of folders as the service does and as the plain
 * program does, page by page in turn, and scores both against the truth beside the images.
 */
public final class OcrBench {
  private final List<PageReader> readers;
  private final Path out;
  private final PrintStream report;
  private final List<String> reliability = new ArrayList<>();

  private OcrBench(List<PageReader> readers, Path out, PrintStream report) {
    this.readers = readers;
    this.out = out;
    this.report = report;
  }

  /** What the command line asks for. */
  private record Request(
      Path out, Path models, List<PreparationSteps> engines, boolean stock, List<PageSet> sets) {
    static Request of(String[] arguments) throws IOException {
      Path out = Path.of("");
      Path models = Path.of("target/tessdata");
      List<PreparationSteps> engines = new ArrayList<>();
      boolean stock = true;
      List<LanguageTag> languages = List.of();
      List<PageSet> sets = new ArrayList<>();
      for (int at = 0; at < arguments.length; at++) {
        switch (arguments[at]) {
          case "--out" -> out = Path.of(valueAfter(arguments, at++));
          case "--models" -> models = Path.of(valueAfter(arguments, at++));
          case "--engine" -> engines.addAll(engines(valueAfter(arguments, at++)));
          case "--no-stock" -> stock = false;
          case "--languages" -> languages = PageSet.tags(valueAfter(arguments, at++));
          default -> sets.add(PageSet.of(Path.of(arguments[at]), languages));
        }
      }
      if (sets.isEmpty() || out.toString().isEmpty()) {
        throw new IllegalArgumentException(
            "usage: ocr --out OUT [--engine NAMES|all] [--no-stock] [--languages TAGS] DIR...");
      }
      if (engines.isEmpty()) {
        engines.add(PreparationSteps.FULL);
      }
      return new Request(out, models.toAbsolutePath(), engines, stock, sets);
    }

    private static List<PreparationSteps> engines(String names) {
      return names.equals("all")
          ? List.of(PreparationSteps.values()).reversed()
          : Arrays.stream(names.split(",", -1)).map(PreparationSteps::labelled).toList();
    }

    private static String valueAfter(String[] arguments, int at) {
      if (at + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[at] + " wants a value");
      }
      return arguments[at + 1];
    }
  }

  /** Runs the bench; see {@code deploy/bench/ocr} for the arguments. */
  public static void main(String[] arguments) throws IOException {
    Request request;
    LanguageModels models;
    try {
      request = Request.of(arguments);
      models = LanguageModels.in(request.models());
      request.sets().forEach(set -> models.modelsFor(set.languages()));
    } catch (IllegalArgumentException | org.cotejo.ocr.recognition.LanguageMissing refused) {
      System.err.println("ocr: " + refused.getMessage());
      System.exit(2);
      throw new IllegalStateException("unreachable");
    }
    LanguageModels tuned = BenchModels.tuned(models);
    Optional<StockReader> stock =
        request.stock() ? StockReader.onPath(request.models()) : Optional.empty();
    if (request.stock() && stock.isEmpty()) {
      System.err.println("ocr: no program tesseract on the path; its rows are left out");
    }
    List<ServiceReader> services =
        request.engines().stream()
            .map(steps -> new ServiceReader(steps.models(models, tuned), steps))
            .toList();
    try {
      List<PageReader> readers = new ArrayList<>(services);
      stock.ifPresent(readers::add);
      new OcrBench(readers, request.out(), System.out).run(request.sets());
    } finally {
      services.forEach(ServiceReader::close);
    }
  }

  private void run(List<PageSet> sets) throws IOException {
    print(
        "%-24s %-18s %5s %6s %8s %8s %8s %8s %10s %9s %9s %5s%n",
        "set",
        "reader",
        "pages",
        "failed",
        "strict",
        "folded",
        "WER",
        "lines",
        "CPU s/page",
        "of once",
        "of twice",
        "twice");
    List<Row> all = new ArrayList<>();
    readers.forEach(_ -> all.add(Row.EMPTY));
    for (PageSet set : sets) {
      List<Row> rows = run(set);
      for (int at = 0; at < rows.size(); at++) {
        all.set(at, all.get(at).plus(rows.get(at)));
      }
    }
    for (int at = 0; at < readers.size(); at++) {
      print("all", readers.get(at).name(), all.get(at));
    }
    print("%nWords right, in percent of those with a confidence, by tenth of confidence%n");
    for (int at = 0; at < readers.size(); at++) {
      noteReliability("all", readers.get(at).name(), all.get(at));
    }
    reliability.forEach(line -> print("%s%n", line));
  }

  private List<Row> run(PageSet set) throws IOException {
    List<Row> rows = new ArrayList<>();
    readers.forEach(_ -> rows.add(Row.EMPTY));
    for (Path image : set.images()) {
      boolean twice = false;
      for (int at = 0; at < readers.size(); at++) {
        Reading reading = reading(set, image, readers.get(at));
        twice = at == 0 ? reading.twice() : twice;
        rows.set(at, rows.get(at).plus(row(set, image, reading, folder(at), twice)));
      }
    }
    for (int at = 0; at < readers.size(); at++) {
      print(set.name(), readers.get(at).name(), rows.get(at));
      noteReliability(set.name(), readers.get(at).name(), rows.get(at));
    }
    return rows;
  }

  /** A line of the second table; readers that give no confidence have none. */
  private void noteReliability(String set, String reader, Row row) {
    if (!row.reliability().equals(Reliability.NONE)) {
      reliability.add(
          "%-24s %-18s%s  error %.3f"
              .formatted(set, reader, row.reliability().row(), row.reliability().error()));
    }
  }

  /** The first reader's texts stand in the folder of the set itself. */
  private String folder(int at) {
    return at == 0 ? "" : readers.get(at).folder();
  }

  private static Reading reading(PageSet set, Path image, PageReader reader) throws IOException {
    try {
      return reader.read(image, set.languages());
    } catch (PageFailure failure) {
      System.err.printf("ocr: %s: %s: %s%n", reader.name(), image, failure.getMessage());
      return Reading.FAILED;
    }
  }

  private Row row(PageSet set, Path image, Reading reading, String folder, boolean twice)
      throws IOException {
    int failed = reading.equals(Reading.FAILED) ? 1 : 0;
    Cost cost = new Cost(1, reading.cpuSeconds());
    Path target = Files.createDirectories(out.resolve(set.name()).resolve(folder));
    Files.writeString(
        target.resolve(PageSet.page(image) + ".txt"), reading.text().stripTrailing() + "\n");
    Optional<String> truth = PageSet.truth(image);
    return new Row(
        failed,
        truth.map(text -> Figures.of(text, reading.text())).orElse(Figures.NONE),
        truth.map(text -> Reliability.of(text, reading.lines())).orElse(Reliability.NONE),
        twice ? Cost.NONE : cost,
        twice ? cost : Cost.NONE);
  }

  private void print(String set, String reader, Row row) {
    Figures figures = row.figures();
    print(
        "%-24s %-18s %5d %6d %8.2f %8.2f %8.2f %8.2f %10.2f %9s %9s %5d%n",
        set,
        reader,
        row.cost().pages(),
        row.failed(),
        figures.strict().percent(),
        figures.folded().percent(),
        figures.words().percent(),
        figures.lines().percent(),
        row.cost().secondsPerPage(),
        row.once(),
        row.twice(),
        row.twice().pages());
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  private void print(String format, Object... values) {
    report.printf(Locale.ROOT, format, values);
    report.flush();
  }

  /** Processor time of pages. */
  private record Cost(int pages, double cpuSeconds) {
    static final Cost NONE = new Cost(0, 0);

    Cost plus(Cost other) {
      return new Cost(pages + other.pages, cpuSeconds + other.cpuSeconds);
    }

    double secondsPerPage() {
      return cpuSeconds / pages;
    }

    @Override
    public String toString() {
      return pages == 0 ? "-" : String.format(Locale.ROOT, "%.2f", secondsPerPage());
    }
  }

  /**
   * Sums of one reader over a set; a failed page counts as read empty.
   *
   * @param once of pages that the first reader read once
   * @param twice of those that it read twice
   */
  private record Row(int failed, Figures figures, Reliability reliability, Cost once, Cost twice) {
    static final Row EMPTY = new Row(0, Figures.NONE, Reliability.NONE, Cost.NONE, Cost.NONE);

    Cost cost() {
      return once.plus(twice);
    }

    Row plus(Row other) {
      return new Row(
          failed + other.failed,
          figures.plus(other.figures),
          reliability.plus(other.reliability),
          once.plus(other.once),
          twice.plus(other.twice));
    }
  }
}
