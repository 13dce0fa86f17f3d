package org.cotejo.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The figures of a run, row by row. */
final class LoadTable {
  private static final double TICKS_PER_SECOND = 100;
  private static final double MILLIS = 1000;
  private static final double MIB = 1024.0 * 1024.0;
  private static final List<String> SERVICES =
      List.of("ingest-service", "ocr-service", "translation-service", "search-service");

  private LoadTable() {}

  /**
   * Gives away each row.
   *
   * @param row takes what was measured, and the figure
   */
  static void write(Figures figures, BiConsumer<String, String> row) {
    papers(figures, row);
    reading(figures.reading(), row);
    row.accept(
        "Lag of a consumer group, highest",
        String.format(Locale.ROOT, "%.1f s", figures.lagSeconds()));
    row.accept(
        "Age of the oldest unfinished, highest",
        String.format(Locale.ROOT, "%.1f s", figures.oldestSeconds()));
    machine(figures, row);
    figures
        .bytesByThousandPages()
        .forEach(
            (store, bytes) ->
                row.accept(
                    store + ", a thousand pages",
                    String.format(Locale.ROOT, "%.1f MiB", bytes / MIB)));
    row.accept(
        "The scans themselves, a thousand pages",
        String.format(
            Locale.ROOT,
            "%.1f MiB",
            figures.originalBytes() * 1000 / MIB / Math.max(1, figures.pages())));
    dashboards(figures.dashboards(), row);
  }

  private static void papers(Figures figures, BiConsumer<String, String> row) {
    row.accept(
        "Papers submitted / published",
        String.format(
            Locale.ROOT,
            "%d / %d (%d pages; %.1f a minute wanted, %d held back)",
            figures.papers().size(),
            figures.published(),
            figures.pages(),
            figures.papersPerMinute(),
            figures.heldBack()));
    row.accept(
        "Pages an hour",
        String.format(Locale.ROOT, "%,.0f (in %.0f s)", figures.pagesPerHour(), figures.seconds()));
    row.accept(
        "Submitted to published: median, 95 %, longest",
        seconds(
            Percentiles.of(
                figures.papers().stream()
                    .filter(Papers.Ended::published)
                    .map(Papers.Ended::millis)
                    .toList())));
  }

  private static void reading(Figures.Reading reading, BiConsumer<String, String> row) {
    row.accept(
        "Searches by %d readers: median, 95 %%, longest".formatted(reading.readers()),
        seconds(reading.searches()));
    row.accept("Pieces of pages: median, 95 %, longest", seconds(reading.tiles()));
    row.accept("Readers' requests that failed", Integer.toString(reading.failed()));
  }

  private static void machine(Figures figures, BiConsumer<String, String> row) {
    row.accept(
        "Memory, highest, with child processes",
        new TreeMap<>(figures.memoryMib())
            .entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue() + " MiB")
                .collect(Collectors.joining(", ")));
    int pages = Math.max(1, figures.pages());
    Map<String, Long> ticks = figures.processorTicks();
    row.accept(
        "Processor, a page",
        SERVICES.stream()
            .map(
                service ->
                    service
                        + String.format(
                            Locale.ROOT,
                            " %.2f s",
                            ticks.getOrDefault(service, 0L) / TICKS_PER_SECOND / pages))
            .collect(Collectors.joining(", ")));
    long all = ticks.values().stream().mapToLong(Long::longValue).sum();
    row.accept(
        "The same, all processes of the stack",
        String.format(Locale.ROOT, "%.2f s", all / TICKS_PER_SECOND / pages));
  }

  private static void dashboards(Figures.Dashboards dashboards, BiConsumer<String, String> row) {
    int answered = dashboards.queries() - dashboards.unanswered().size();
    row.accept(
        "Queries of the dashboards that found something",
        String.format(
            Locale.ROOT,
            "%d of %d, asked %d times, the slowest in %d ms",
            answered,
            dashboards.queries(),
            dashboards.samples(),
            dashboards.slowestMillis()));
    if (!dashboards.unanswered().isEmpty()) {
      row.accept("Found nothing", String.join("; ", dashboards.unanswered()));
    }
  }

  private static String seconds(Percentiles durations) {
    return durations.isEmpty()
        ? "none"
        : String.format(
            Locale.ROOT,
            "%.2f s, %.2f s, %.2f s (%d)",
            durations.at(0.5) / MILLIS,
            durations.at(0.95) / MILLIS,
            durations.at(1) / MILLIS,
            durations.sorted().size());
  }
}
