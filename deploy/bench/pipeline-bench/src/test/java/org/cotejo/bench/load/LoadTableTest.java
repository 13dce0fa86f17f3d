package org.cotejo.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTableTest {

  @Test
  void tellsWhatWasMeasured() {
    // When
    Map<String, String> rows = rows(figures(List.of("overview: In flight A")));
    // Then
    assertEquals(
        "2 / 1 (3 pages; 6.0 a minute wanted, 1 held back)",
        rows.get("Papers submitted / published"));
    assertEquals("1,080 (in 10 s)", rows.get("Pages an hour"));
    assertEquals(
        "4.00 s, 4.00 s, 4.00 s (1)", rows.get("Submitted to published: median, 95 %, longest"));
    assertEquals("none", rows.get("Pieces of pages: median, 95 %, longest"));
    assertEquals(
        "ingest-service 0.10 s, ocr-service 2.00 s, translation-service 0.00 s, search-service 0.00 s",
        rows.get("Processor, a page"));
    assertEquals("4.10 s", rows.get("The same, all processes of the stack"));
    assertEquals("2.0 MiB", rows.get("S3, a thousand pages"));
    assertEquals("1.0 MiB", rows.get("The scans themselves, a thousand pages"));
    assertEquals(
        "4 of 5, asked 7 times, the slowest in 12 ms",
        rows.get("Queries of the dashboards that found something"));
    assertEquals("overview: In flight A", rows.get("Found nothing"));
  }

  @Test
  void namesNoQueryWhenAllFoundSomething() {
    assertFalse(rows(figures(List.of())).containsKey("Found nothing"));
  }

  @Test
  void aPaperThatIsThereTwiceOrNotAtAllIsAFault() {
    assertEquals(List.of(), new Counts(9, 9, 0, 9).since(new Counts(5, 5, 0, 5)).faults(4, 4));
    assertEquals(1, new Counts(4, 4, 0, 5).faults(4, 4).size());
    assertEquals(1, new Counts(5, 5, 0, 4).faults(4, 4).size());
    assertEquals(1, new Counts(4, 4, 0, 4).faults(4, 3).size());
    assertEquals(3, new Counts(4, 3, 1, 3).faults(4, 4).size());
  }

  private static Map<String, String> rows(Figures figures) {
    Map<String, String> rows = new LinkedHashMap<>();
    LoadTable.write(figures, rows::put);
    return rows;
  }

  private static Figures figures(List<String> unanswered) {
    return new Figures(
        List.of(
            new Papers.Ended(true, 3, 4_000, Instant.EPOCH),
            new Papers.Ended(false, 2, 9_000, Instant.EPOCH)),
        10,
        6,
        1,
        new Figures.Reading(2, Percentiles.of(List.of(20L, 40L)), Percentiles.of(List.of()), 0),
        1.5,
        8,
        Map.of("ocr-service", 300L),
        Map.of("ocr-service", 600L, "ingest-service", 30L, "kafka", 600L),
        Map.of("S3", 2L * 1024 * 1024),
        3 * 1024 * 1024 / 1000,
        new Figures.Dashboards(5, 7, 12, unanswered));
  }
}
