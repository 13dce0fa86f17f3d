package org.cotejo.ocr.recognition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.cotejo.ocr.recognition.worker.WorkerCommand;
import org.cotejo.ocr.recognition.worker.WorkerLimits;
import org.cotejo.ocr.recognition.worker.WorkerRecogniser;
import org.cotejo.ocr.surrogates.PageSource;
import org.cotejo.ocr.surrogates.cdi.SurrogateBeans;
import org.cotejo.ocr.surrogates.leptonica.LeptonicaFinisher;
import org.cotejo.ocr.surrogates.leptonica.Uprightness;

/**
 * {@code deploy/bench/ocr-workers}: pages a second of recognition in the service's own worker
 * processes, by their number, beside as many processes of the plain program at once.
 */
public final class WorkerScaling {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int MOST_PAGES = 200;
  private static final WorkerLimits LIMITS =
      new WorkerLimits(
          256L << 20, 900L << 20, 80_000_000, LIMIT, Duration.ofSeconds(10), Duration.ofSeconds(1));

  private final PageSource source = SurrogateBeans.pageSource(ServiceReader.LIMITS);
  private final LeptonicaFinisher finisher =
      new LeptonicaFinisher(ServiceReader.CHOICES, new Uprightness((_, _) -> false));
  private final LanguageModels models;
  private final Optional<StockReader> stock;
  private final List<LanguageTag> languages;
  private final List<Path> images;

  private WorkerScaling(
      LanguageModels models,
      Optional<StockReader> stock,
      List<LanguageTag> languages,
      List<Path> images) {
    this.models = models;
    this.stock = stock;
    this.languages = languages;
    this.images = images;
  }

  /** Folder of models, numbers of workers and languages with commas, folders of page images. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    if (arguments.length < 4) {
      System.err.println("usage: ocr-workers [--workers 1,2] [--languages TAGS] DIR...");
      System.exit(2);
    }
    LanguageModels fetched = LanguageModels.in(Path.of(arguments[0]).toAbsolutePath());
    List<Integer> numbers =
        Arrays.stream(arguments[1].split(",", -1)).map(Integer::valueOf).toList();
    List<LanguageTag> languages =
        Arrays.stream(arguments[2].split(",", -1)).map(LanguageTag::new).toList();
    List<Path> images = new ArrayList<>();
    for (String folder : Arrays.asList(arguments).subList(3, arguments.length)) {
      images.addAll(images(Path.of(folder)));
    }
    new WorkerScaling(
            BenchModels.tuned(fetched),
            StockReader.onPath(fetched.directory()),
            languages,
            images.subList(0, Math.min(images.size(), MOST_PAGES)))
        .run(numbers);
  }

  private void run(List<Integer> numbers)
      throws IOException, InterruptedException, ExecutionException {
    List<Callable<PageScan>> surrogates = new ArrayList<>();
    for (Path image : images) {
      PageScan made = scan(image);
      surrogates.add(() -> made);
    }
    List<Callable<PageScan>> originals =
        images.stream().<Callable<PageScan>>map(image -> () -> scan(image)).toList();
    System.out.printf(
        Locale.ROOT,
        "%d pages, %d cores; pages a second, and as part of the plain program's%n%n"
            + "| At once | Workers | Surrogates too | tesseract | Workers | Surrogates too |%n"
            + "|---|---|---|---|---|---|%n",
        images.size(),
        Runtime.getRuntime().availableProcessors());
    for (int number : numbers) {
      double workers = pagesPerSecond(number, surrogates);
      double whole = pagesPerSecond(number, originals);
      double plain = stock.isPresent() ? pagesPerSecond(number, stock.get()) : Double.NaN;
      System.out.printf(
          Locale.ROOT,
          "| %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
          number,
          workers,
          whole,
          plain,
          workers / plain,
          whole / plain);
    }
  }

  /** The plain program, a process a page. */
  private double pagesPerSecond(int number, StockReader reader)
      throws InterruptedException, ExecutionException {
    List<Callable<Reading>> readings =
        images.stream()
            .<Callable<Reading>>map(image -> () -> reader.read(image, languages))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
      return rate(threads, readings);
    }
  }

  /**
   * The workers. Every one has read a page before the clock starts: a process takes a while to be
   * ready.
   */
  private double pagesPerSecond(int number, List<Callable<PageScan>> pages)
      throws InterruptedException, ExecutionException {
    try (TesseractRecogniser engine = new TesseractRecogniser(models, 1);
        WorkerRecogniser workers =
            new WorkerRecogniser(
                engine,
                number,
                WorkerCommand.tesseract(models.directory()),
                LIMITS,
                ending -> System.err.println("a worker ended: " + ending.label()));
        ExecutorService threads = Executors.newFixedThreadPool(number)) {
      List<Callable<List<Block>>> readings =
          pages.stream()
              .<Callable<List<Block>>>map(page -> () -> workers.read(page.call(), languages, LIMIT))
              .toList();
      rate(threads, readings.subList(0, Math.min(readings.size(), number)));
      return rate(threads, readings);
    }
  }

  private static <R> double rate(ExecutorService threads, List<Callable<R>> pages)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    for (Future<R> page : threads.invokeAll(pages)) {
      page.get();
    }
    return pages.size() * 1e9 / (System.nanoTime() - start);
  }

  private PageScan scan(Path image) throws IOException {
    try (PageSource.OpenOriginal opened = source.open(image)) {
      return ServiceReader.scan(finisher.finish(opened.page(1)));
    }
  }

  private static List<Path> images(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(one -> one.toString().matches("(?i).*\\.(jpe?g|png)")).sorted().toList();
    }
  }
}
