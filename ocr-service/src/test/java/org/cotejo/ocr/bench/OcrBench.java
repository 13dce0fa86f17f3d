package org.cotejo.ocr.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.Region;
import org.cotejo.ocr.recognition.RegionTyping;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.OrientationOpinion;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.cotejo.ocr.surrogates.FinishedPage;
import org.cotejo.ocr.surrogates.PageSource;
import org.cotejo.ocr.surrogates.SurrogateLimits;
import org.cotejo.ocr.surrogates.cdi.SurrogateBeans;
import org.cotejo.ocr.surrogates.leptonica.FinishingChoices;
import org.cotejo.ocr.surrogates.leptonica.LeptonicaFinisher;
import org.cotejo.ocr.surrogates.leptonica.Uprightness;

/**
 * Reads image files through the code that the service runs and says how long that took.
 *
 * <p>Arguments: folder of models, language, workers, output folder, image files. For each page it
 * writes {@code <name>.txt}, a line a line in reading order, and {@code <name>.regions.txt} with
 * the type of each region before its lines and the confidence before each line.
 */
public final class OcrBench {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final LeptonicaFinisher finisher;
  private final TesseractRecogniser recogniser;
  private final PageSource source =
      SurrogateBeans.pageSource(new SurrogateLimits(80_000_000, 1L << 31, 300));
  private final LanguageTag language;
  private final Path output;
  private final AtomicLong surrogateNanos = new AtomicLong();
  private final AtomicLong recognitionNanos = new AtomicLong();

  private OcrBench(Path models, LanguageTag language, int workers, Path output) {
    LanguageModels installed = LanguageModels.in(models);
    this.finisher =
        new LeptonicaFinisher(
            new FinishingChoices(1, 82, 420, 80), new Uprightness(new OrientationOpinion(models)));
    this.recogniser = new TesseractRecogniser(installed, workers);
    this.language = language;
    this.output = output;
  }

  public static void main(String[] arguments) throws Exception {
    Path output = Files.createDirectories(Path.of(arguments[3]));
    int workers = Integer.parseInt(arguments[2]);
    OcrBench bench =
        new OcrBench(Path.of(arguments[0]), new LanguageTag(arguments[1]), workers, output);
    List<Path> pages = Stream.of(arguments).skip(4).map(Path::of).toList();
    long start = System.nanoTime();
    try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
      List<Future<Integer>> results = new ArrayList<>();
      for (Path page : pages) {
        results.add(executor.submit(() -> bench.read(page)));
      }
      int read = 0;
      for (Future<Integer> result : results) {
        read += result.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d pages, %.2f s, %.2f pages/s; surrogates %.2f s, recognition %.2f s of %d workers%n",
          read,
          seconds,
          read / seconds,
          bench.surrogateNanos.get() / 1e9,
          bench.recognitionNanos.get() / 1e9,
          workers);
    }
  }

  private int read(Path file) throws IOException {
    try (PageSource.OpenOriginal opened = source.open(file)) {
      for (int page = 1; page <= opened.pageCount(); page++) {
        String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        read(opened, page, opened.pageCount() == 1 ? name : name + "-" + page);
      }
      return opened.pageCount();
    }
  }

  private void read(PageSource.OpenOriginal opened, int page, String name) throws IOException {
    long start = System.nanoTime();
    FinishedPage finished = finisher.finish(opened.page(page));
    long made = System.nanoTime();
    int width = finished.image().widthPixels();
    int height = finished.image().heightPixels();
    PageScan scan =
        new PageScan(finished.image().content(), width, height, finished.resolutionDpi());
    List<Block> blocks = recogniser.read(scan, List.of(language), LIMIT);
    List<Region> regions = new RegionTyping().regions(blocks, width, height);
    surrogateNanos.addAndGet(made - start);
    recognitionNanos.addAndGet(System.nanoTime() - made);
    write(name, finished, regions);
  }

  private void write(String name, FinishedPage page, List<Region> regions) throws IOException {
    String text =
        regions.stream()
            .flatMap(region -> region.lines().stream())
            .map(Line::text)
            .collect(Collectors.joining("\n"));
    Files.writeString(output.resolve(name + ".txt"), text + "\n", StandardCharsets.UTF_8);
    StringBuilder typed = new StringBuilder();
    typed.append(
        "%d x %d, %d dpi, %d turns, skew %.2f, png %d KB, jpeg %d KB%n"
            .formatted(
                page.image().widthPixels(),
                page.image().heightPixels(),
                page.resolutionDpi(),
                page.quarterTurns(),
                page.skewDegrees(),
                page.image().content().length / 1024,
                page.display().content().length / 1024));
    for (Region region : regions) {
      typed.append("== ").append(region.type().label()).append(' ').append(region.box());
      typed.append('\n');
      for (Line line : region.lines()) {
        typed.append("%.3f %s%n".formatted(line.confidence(), line.text()));
      }
    }
    Files.writeString(output.resolve(name + ".regions.txt"), typed, StandardCharsets.UTF_8);
  }
}
