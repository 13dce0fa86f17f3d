package org.cotejo.ocr.recognition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
 * processes, by their number.
 */
public final class WorkerScaling {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int MOST_PAGES = 200;
  private static final List<LanguageTag> LANGUAGES = List.of(new LanguageTag("es"));
  private static final WorkerLimits LIMITS =
      new WorkerLimits(
          256L << 20, 900L << 20, 80_000_000, LIMIT, Duration.ofSeconds(10), Duration.ofSeconds(1));

  private final LanguageModels models;
  private final List<PageScan> pages;

  private WorkerScaling(LanguageModels models, List<PageScan> pages) {
    this.models = models;
    this.pages = pages;
  }

  /** Folder of models, numbers of workers with commas, folders of page images. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    if (arguments.length < 3) {
      System.err.println("usage: ocr-workers [--workers 1,2] DIR...");
      System.exit(2);
    }
    LanguageModels models =
        BenchModels.tuned(LanguageModels.in(Path.of(arguments[0]).toAbsolutePath()));
    List<Integer> numbers =
        Arrays.stream(arguments[1].split(",", -1)).map(Integer::valueOf).toList();
    List<PageScan> pages = new ArrayList<>();
    for (String folder : Arrays.asList(arguments).subList(2, arguments.length)) {
      pages.addAll(upright(Path.of(folder)));
    }
    WorkerScaling bench =
        new WorkerScaling(models, pages.subList(0, Math.min(pages.size(), MOST_PAGES)));
    System.out.printf(
        Locale.ROOT,
        "| Worker processes, %d pages, %d cores | Pages a second | Against one |%n|---|---|---|%n",
        bench.pages.size(),
        Runtime.getRuntime().availableProcessors());
    double one = 0;
    for (int workers : numbers) {
      double rate = bench.pagesPerSecond(workers);
      one = one == 0 ? rate / workers : one;
      System.out.printf(Locale.ROOT, "| %d | %.2f | %.2f |%n", workers, rate, rate / one);
    }
  }

  /** Every worker has read a page before the clock starts: a process takes a while to be ready. */
  private double pagesPerSecond(int number) throws InterruptedException, ExecutionException {
    try (TesseractRecogniser engine = new TesseractRecogniser(models, 1);
        WorkerRecogniser workers =
            new WorkerRecogniser(
                engine,
                number,
                WorkerCommand.tesseract(models.directory()),
                LIMITS,
                ending -> System.err.println("a worker ended: " + ending.label()));
        ExecutorService threads = Executors.newFixedThreadPool(number)) {
      read(workers, threads, pages.subList(0, Math.min(pages.size(), number)));
      long start = System.nanoTime();
      read(workers, threads, pages);
      return pages.size() * 1e9 / (System.nanoTime() - start);
    }
  }

  private static void read(WorkerRecogniser workers, ExecutorService threads, List<PageScan> pages)
      throws InterruptedException, ExecutionException {
    List<Future<Integer>> all =
        pages.stream()
            .map(page -> threads.submit(() -> workers.read(page, LANGUAGES, LIMIT).size()))
            .toList();
    for (Future<Integer> one : all) {
      one.get();
    }
  }

  private static List<PageScan> upright(Path folder) throws IOException {
    PageSource source = SurrogateBeans.pageSource(ServiceReader.LIMITS);
    LeptonicaFinisher finisher =
        new LeptonicaFinisher(ServiceReader.CHOICES, new Uprightness((_, _) -> false));
    List<PageScan> scans = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(one -> one.toString().matches("(?i).*\\.(jpe?g|png)")).sorted().toList()) {
        try (PageSource.OpenOriginal opened = source.open(file)) {
          scans.add(ServiceReader.scan(finisher.finish(opened.page(1))));
        }
      }
    }
    return scans;
  }
}
