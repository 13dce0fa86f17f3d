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
import java.util.stream.Collectors;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.LanguageMissing;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Region;
import org.cotejo.ocr.recognition.RegionType;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.PreparationSteps;
import org.cotejo.ocr.surrogates.PageFailure;

/**
 * {@code deploy/bench/layout}: divides the pages of folders into regions as the service does and
 * compares these with the regions that a person annotated.
 */
public final class LayoutBench {
  /** Lines that fit the truth worse are other lines. */
  private static final double SAME_LINE_BELOW = 0.5;

  /** Divides the first page of an image file. */
  @FunctionalInterface
  interface Divider {
    PageLayout layout(Path image, List<LanguageTag> languages) throws IOException;
  }

  private final Divider divider;
  private final Path annotations;
  private final Path out;
  private final PrintStream report;

  LayoutBench(Divider divider, Path annotations, Path out, PrintStream report) {
    this.divider = divider;
    this.annotations = annotations;
    this.out = out;
    this.report = report;
  }

  /** What the command line asks for. */
  private record Request(Path out, Path models, Path annotations, List<PageSet> sets) {
    static Request of(String[] arguments) throws IOException {
      Path out = Path.of("");
      Path models = Path.of("target/tessdata");
      Path annotations = Path.of("");
      List<LanguageTag> languages = List.of();
      List<PageSet> sets = new ArrayList<>();
      for (int at = 0; at < arguments.length; at++) {
        switch (arguments[at]) {
          case "--out" -> out = Path.of(valueAfter(arguments, at++));
          case "--models" -> models = Path.of(valueAfter(arguments, at++));
          case "--annotations" -> annotations = Path.of(valueAfter(arguments, at++));
          case "--languages" -> languages = PageSet.tags(valueAfter(arguments, at++));
          default -> sets.add(PageSet.of(Path.of(arguments[at]), languages));
        }
      }
      if (sets.isEmpty() || out.toString().isEmpty() || annotations.toString().isEmpty()) {
        throw new IllegalArgumentException(
            "usage: layout --out OUT [--annotations DIR] [--languages TAGS] DIR...");
      }
      return new Request(out, models.toAbsolutePath(), annotations, sets);
    }

    private static String valueAfter(String[] arguments, int at) {
      if (at + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[at] + " wants a value");
      }
      return arguments[at + 1];
    }
  }

  /** Sums over pages. */
  private static final class Sum {
    private final LayoutScore score = new LayoutScore();
    private int pages;
    private int truthLines;
    private int lostLines;

    private void add(Sum other) {
      score.add(other.score);
      pages += other.pages;
      truthLines += other.truthLines;
      lostLines += other.lostLines;
    }
  }

  /** Runs the bench; see {@code deploy/bench/layout} for the arguments. */
  public static void main(String[] arguments) throws IOException {
    Request request;
    LanguageModels models;
    try {
      request = Request.of(arguments);
      models = BenchModels.tuned(LanguageModels.in(request.models()));
      request.sets().forEach(set -> models.modelsFor(set.languages()));
    } catch (IllegalArgumentException | LanguageMissing refused) {
      System.err.println("layout: " + refused.getMessage());
      System.exit(2);
      throw new IllegalStateException("unreachable");
    }
    try (ServiceReader reader = new ServiceReader(models, PreparationSteps.FULL)) {
      new LayoutBench(reader::layout, request.annotations(), request.out(), System.out)
          .run(request.sets());
    }
  }

  void run(List<PageSet> sets) throws IOException {
    print("%-24s %5s %12s %12s %12s%n", "set", "pages", "type right", "order wrong", "lines lost");
    Sum all = new Sum();
    for (PageSet set : sets) {
      Sum sum = new Sum();
      for (Path image : set.images()) {
        page(set, image, sum);
      }
      print(set.name(), sum);
      all.add(sum);
    }
    print("all", all);
    print("%n%-14s %30s   %30s%n", "", "words", "regions");
    print(
        "%-14s %9s %9s %10s   %9s %9s %10s%n",
        "type", "annotated", "recall", "precision", "annotated", "recall", "precision");
    for (RegionType type : RegionType.values()) {
      print(type, all.score.of(type));
    }
  }

  private void page(PageSet set, Path image, Sum sum) throws IOException {
    String name = PageSet.page(image);
    Path file = annotations.resolve(set.name()).resolve(name + ".txt");
    if (!Files.exists(file)) {
      System.err.printf("layout: %s/%s has no annotation, left out%n", set.name(), name);
      return;
    }
    PageLayout layout;
    try {
      layout = divider.layout(image, set.languages());
    } catch (PageFailure failure) {
      System.err.printf("layout: %s/%s: %s%n", set.name(), name, failure.getMessage());
      return;
    }
    AnnotatedPage page =
        AnnotatedPage.of(file)
            .finished(layout.quarterTurns(), layout.skewDegrees(), layout.width(), layout.height());
    LayoutScore score = new LayoutScore();
    score.count(page, layout.regions());
    sum.score.add(score);
    sum.pages++;
    Optional<String> truth = PageSet.truth(image);
    truth.ifPresent(text -> countLost(text, layout.regions(), sum));
    write(set, name, page, layout);
  }

  private static void countLost(String truth, List<Region> regions, Sum sum) {
    List<String> read =
        regions.stream()
            .flatMap(region -> region.lines().stream())
            .map(line -> Folding.folded(line.text()))
            .toList();
    int lines =
        (int)
            Arrays.stream(truth.split("\n", -1))
                .filter(line -> !Folding.folded(line).isEmpty())
                .count();
    sum.truthLines += lines;
    sum.lostLines += lines - LineMatching.truths(truth, read, SAME_LINE_BELOW).size();
  }

  /** A line a line: type given, type annotated, box, text. */
  private void write(PageSet set, String name, AnnotatedPage page, PageLayout layout)
      throws IOException {
    String lines =
        layout.regions().stream()
            .flatMap(region -> region.lines().stream().map(line -> row(page, region, line)))
            .collect(Collectors.joining("\n", "", "\n"));
    Path target = Files.createDirectories(out.resolve(set.name()));
    Files.writeString(target.resolve(name + ".txt"), lines);
  }

  private static String row(AnnotatedPage page, Region region, Line line) {
    Box box = line.box();
    String annotated =
        page.at(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0)
            .map(area -> area.type().label())
            .orElse("-");
    String mark = annotated.equals(region.type().label()) ? " " : "*";
    return "%s %-13s %-13s %5d %5d %5d %5d  %.2f  %s"
        .formatted(
            mark,
            region.type().label(),
            annotated,
            box.x(),
            box.y(),
            box.right(),
            box.bottom(),
            line.confidence(),
            line.text());
  }

  private void print(String set, Sum sum) {
    print(
        "%-24s %5d %12.2f %12.2f %7d/%4d%n",
        set,
        sum.pages,
        sum.score.rightWordsPercent(),
        sum.score.orderErrorPercent(),
        sum.lostLines,
        sum.truthLines);
  }

  private void print(RegionType type, LayoutScore.Count count) {
    print(
        "%-14s %9d %9.1f %10.1f   %9d %9.1f %10.1f%n",
        type.label(),
        count.annotatedWords,
        LayoutScore.percent(count.rightWords, count.annotatedWords),
        LayoutScore.percent(count.rightWords, count.foundWords),
        count.annotatedRegions,
        LayoutScore.percent(count.annotatedFound, count.annotatedRegions),
        LayoutScore.percent(count.foundRight, count.foundRegions));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  private void print(String format, Object... values) {
    report.printf(Locale.ROOT, format, values);
    report.flush();
  }
}
