package org.cotejo.bench.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one run as a Markdown table. */
public final class Report {

  private final List<String> rows = new ArrayList<>();

  void seconds(String what, Duration duration) {
    row(what, String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0));
  }

  void rate(String what, int pages, Duration duration) {
    row(
        what,
        String.format(
            Locale.ROOT,
            "%.2f pages/s (%d pages, %.1f s)",
            pages * 1000.0 / duration.toMillis(),
            pages,
            duration.toMillis() / 1000.0));
  }

  void memory(String what, Map<String, Long> parts) {
    long total = parts.values().stream().mapToLong(Long::longValue).sum();
    row(
        what,
        total
            + " MiB ("
            + new TreeMap<>(parts).toString().replaceAll("[{}]", "").replace("=", " ")
            + ")");
  }

  public void row(String what, String figure) {
    rows.add("| " + what + " | " + figure + " |");
    System.err.println(what + ": " + figure);
  }

  /**
   * The table.
   *
   * @param title what was measured; machine and date are added
   */
  public String markdown(String title) throws IOException {
    return title
        + " on "
        + machine()
        + ", "
        + LocalDate.now(ZoneOffset.UTC)
        + ".\n\n| Measure | Figure |\n|---|---|\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static String machine() throws IOException {
    String model = find(Path.of("/proc/cpuinfo"), "model name").replaceAll("\\(R\\)|\\(TM\\)", "");
    String kib = find(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "");
    long gib = Math.round(Long.parseLong(kib.isEmpty() ? "0" : kib) / 1024.0 / 1024.0);
    return Runtime.getRuntime().availableProcessors() + " cores (" + model + "), " + gib + " GiB";
  }

  private static String find(Path file, String key) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(key))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("unknown");
  }
}
