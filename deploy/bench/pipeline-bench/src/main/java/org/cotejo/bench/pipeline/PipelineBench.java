package org.cotejo.bench.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.cotejo.client.api.CotejoApi;
import org.cotejo.client.api.Retries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a stack on an empty folder, measures, prints a table, stops the stack. */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    description =
        "Measures start-up, a five-page memo, throughput beside plain tesseract, and memory.")
public final class PipelineBench implements Callable<Integer> {

  private static final int PAGES = 40;
  private static final int PAGES_PER_DOCUMENT = 5;

  @Option(names = "--root", required = true, hidden = true)
  private Path root;

  @Option(names = "--work", required = true, hidden = true)
  private Path work;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description =
          "Folders of page images, of which 40 are read (default: sample pages with other noise).")
  private List<Path> pages = List.of();

  @Option(
      names = "--memo",
      paramLabel = "DIR",
      description =
          "A folder of five page images, with en.txt for its translation (default: a sample paper).")
  private @Nullable Path memo;

  @Option(
      names = "--word",
      paramLabel = "WORD",
      defaultValue = "Whitcombe",
      description = "A word of the memo (default: ${DEFAULT-VALUE}).")
  private String word;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      defaultValue = "es",
      description = "Language of the pages (default: ${DEFAULT-VALUE}).")
  private String language;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "28400",
      description = "First of 16 free ports (default: ${DEFAULT-VALUE}).")
  private int port;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PipelineBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    List<Path> images = images();
    LocalStack stack = new LocalStack(root, work.resolve("data"), port);
    Report report = new Report();
    report.seconds("Start on an empty folder", stack.up());
    try {
      stack.down();
      report.seconds("Start on the same folder again", stack.up());
      report.memory("Memory after start", stack.memoryMib());
      try (CotejoApi api =
          new CotejoApi(
              URI.create(stack.url()), Optional.of(stack.token("curator")), Retries.DEFAULT)) {
        Submissions submissions = new Submissions(api);
        memo(submissions, report);
        throughput(submissions, images, report);
      }
      report.memory("Memory after the work", stack.memoryMib());
    } finally {
      stack.down();
    }
    System.out.println(report.markdown("Pipeline"));
    return 0;
  }

  private void memo(Submissions submissions, Report report)
      throws IOException, InterruptedException {
    Path sample = root.resolve("deploy/samples/papers/cable-isla-ceniza");
    boolean given = memo != null;
    Path folder = given ? memo : sample.resolve("scans");
    Path record =
        given ? Submissions.record(work, "A memo", language) : sample.resolve("record.json");
    Path translation = given ? folder.resolve("en.txt") : sample.resolve("translations/en.txt");
    Submissions.Accepted accepted =
        submissions.submit(
            record, images(folder), Files.exists(translation) ? List.of(translation) : List.of());
    submissions.awaitFound(accepted, word);
    report.seconds(
        "Five-page memo, first document after the start: accepted to searchable",
        since(accepted.at()));
    submissions.awaitCompleted(accepted);
    report.seconds("The same: accepted to completed", since(accepted.at()));
  }

  private void throughput(Submissions submissions, List<Path> images, Report report)
      throws IOException, InterruptedException, ExecutionException {
    Path record = Submissions.record(work, "Pages of the bench", language);
    Instant start = Instant.now();
    List<Submissions.Accepted> all = new ArrayList<>();
    for (int from = 0; from < images.size(); from += PAGES_PER_DOCUMENT) {
      List<Path> scans = images.subList(from, Math.min(images.size(), from + PAGES_PER_DOCUMENT));
      all.add(submissions.submit(record, scans, List.of()));
    }
    for (Submissions.Accepted accepted : all) {
      submissions.awaitCompleted(accepted);
    }
    Duration pipeline = since(start);
    report.rate("Whole pipeline, submission to completion", images.size(), pipeline);
    String version = PlainTesseract.version();
    if (version.isEmpty()) {
      report.row("Plain tesseract", "not installed on this machine");
      return;
    }
    int processes = Runtime.getRuntime().availableProcessors();
    Duration plain =
        new PlainTesseract(
                root.resolve("ocr-service/target/tessdata"), modelOf(language), processes)
            .read(images, work);
    report.rate(
        "Plain tesseract " + version + ", " + processes + " processes, same files, stack idle",
        images.size(),
        plain);
    report.row(
        "Whole pipeline against plain tesseract",
        String.format(
            Locale.ROOT, "%.2f times its rate", (double) plain.toMillis() / pipeline.toMillis()));
  }

  /** Tesseract names its models by ISO 639-2. */
  private static String modelOf(String language) {
    return Map.of("es", "spa", "en", "eng", "de", "deu", "fr", "fra")
        .getOrDefault(language, language);
  }

  private List<Path> images() throws IOException {
    List<Path> images = new ArrayList<>();
    for (Path folder : pages) {
      images.addAll(images(folder));
    }
    if (images.isEmpty()) {
      throw new IOException("there are no page images in " + pages);
    }
    return images.subList(0, Math.min(PAGES, images.size()));
  }

  private static List<Path> images(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|tiff?|pdf)"))
          .sorted()
          .toList();
    }
  }

  private static Duration since(Instant start) {
    return Duration.between(start, Instant.now());
  }
}
