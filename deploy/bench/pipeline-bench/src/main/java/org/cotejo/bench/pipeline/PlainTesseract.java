package org.cotejo.bench.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The stock command-line program over the same files, one process a page, a fixed number at a time.
 */
record PlainTesseract(Path tessdata, String language, int processes) {

  /** Its version, or empty when it is not on this machine. */
  static String version() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("tesseract", "--version").redirectErrorStream(true).start();
      String first =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      process.waitFor();
      return first.lines().findFirst().orElse("").replace("tesseract ", "");
    } catch (IOException missing) {
      return "";
    }
  }

  Duration read(List<Path> pages, Path work)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createDirectories(work.resolve("tesseract"));
    Instant start = Instant.now();
    try (ExecutorService workers = Executors.newFixedThreadPool(processes)) {
      List<Future<Integer>> all =
          pages.stream()
              .map(
                  page ->
                      workers.submit(
                          () -> readOne(page, folder.resolve("page-" + pages.indexOf(page)))))
              .toList();
      for (Future<Integer> one : all) {
        if (one.get() != 0) {
          throw new IOException("tesseract failed with " + one.get());
        }
      }
    }
    return Duration.between(start, Instant.now());
  }

  private int readOne(Path page, Path output) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "tesseract",
            page.toString(),
            output.toString(),
            "--tessdata-dir",
            tessdata.toString(),
            "-l",
            language,
            "--psm",
            "3",
            "tsv");
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start().waitFor();
  }
}
