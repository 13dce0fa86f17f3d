package org.cotejo.ocr.recognition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.surrogates.PageFailure;

/**
 * The {@code tesseract} program with page segmentation 3 and the same models, one process a page
 * and one thread a process. Processor time is what the shell's {@code times} says of its children.
 */
final class StockReader implements PageReader {
  private static final int LIMIT_MINUTES = 5;
  private static final String MEASURED =
      "result=0; \"$@\" >\"$TEXT\" 2>/dev/null || result=$?; times >\"$TIMES\"; exit $result";
  private static final Pattern TIME = Pattern.compile("(\\d+)m([0-9.]+)s");
  private static final Pattern VERSION = Pattern.compile("^tesseract v?(\\S+)");

  private final Path models;
  private final String version;

  private StockReader(Path models, String version) {
    this.models = models;
    this.version = version;
  }

  /** The program on the path; empty when there is none. */
  static Optional<StockReader> onPath(Path models) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder("tesseract", "--version").redirectErrorStream(true).start();
    } catch (IOException _) {
      return Optional.empty();
    }
    try (var output = process.inputReader()) {
      Matcher version = VERSION.matcher(output.lines().collect(Collectors.joining("\n")));
      return Optional.of(new StockReader(models, version.find() ? version.group(1) : "unknown"));
    }
  }

  @Override
  public String name() {
    return "tesseract " + version;
  }

  @Override
  public String folder() {
    return "stock";
  }

  @Override
  public Reading read(Path image, List<LanguageTag> languages) throws IOException {
    String names = languages.stream().map(LanguageTag::model).collect(Collectors.joining("+"));
    Path text = Files.createTempFile("cotejo-stock-", ".txt");
    Path times = Files.createTempFile("cotejo-stock-", ".times");
    try {
      run(image, names, text, times);
      return new Reading(
          Files.readString(text).replace("\f", ""), List.of(), childSeconds(times), false);
    } finally {
      Files.delete(text);
      Files.delete(times);
    }
  }

  private void run(Path image, String names, Path text, Path times) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            "sh", "-c", MEASURED, "sh", "tesseract", image.toString(), "stdout", "-l", names);
    command.command().addAll(List.of("--tessdata-dir", models.toString(), "--psm", "3"));
    command.environment().put("OMP_THREAD_LIMIT", "1");
    command.environment().put("LC_ALL", "C");
    command.environment().put("TEXT", text.toString());
    command.environment().put("TIMES", times.toString());
    Process process = command.inheritIO().start();
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        throw new PageFailure("bench.time-limit", "tesseract took more than 5 minutes");
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
    if (process.exitValue() != 0) {
      throw new PageFailure("bench.stock-failed", "tesseract answered " + process.exitValue());
    }
  }

  /** The second line of {@code times}: user and system time of the children (POSIX). */
  private static double childSeconds(Path times) throws IOException {
    Matcher time = TIME.matcher(Files.readAllLines(times).get(1));
    double seconds = 0;
    while (time.find()) {
      seconds += 60 * Integer.parseInt(time.group(1)) + Double.parseDouble(time.group(2));
    }
    return seconds;
  }
}
