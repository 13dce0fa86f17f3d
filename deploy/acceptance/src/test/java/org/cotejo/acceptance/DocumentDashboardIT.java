package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The panels of the dashboard Document that ask Tempo and Loki find a paper in stores that were
 * sent the traces and logs of a stack. Neither store is in Debian: without the variables {@code
 * COTEJO_TEMPO} and {@code COTEJO_LOKI}, which name the programs, nothing is shown here.
 */
@Order(8)
class DocumentDashboardIT {
  private static final List<String> SERVICES =
      List.of("ingest-service", "ocr-service", "translation-service", "search-service");
  private static final Duration FOUND_WITHIN = Duration.ofSeconds(90);

  @TempDir private Path folder;

  @Test
  void itsTracesAndItsLinesAreFound() throws IOException {
    String tempo = System.getenv().getOrDefault("COTEJO_TEMPO", "");
    String loki = System.getenv().getOrDefault("COTEJO_LOKI", "");
    assumeTrue(
        !tempo.isEmpty() && !loki.isEmpty(),
        "COTEJO_TEMPO and COTEJO_LOKI name no programs: the panels that ask them are not tried");
    try (GrafanaStores stores = new GrafanaStores(tempo, loki, folder)) {
      Stack stack = Stack.start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", stores.receiver()));
      try {
        // Given
        String document = stack.document(SamplePaper.LIGHTHOUSE);
        for (String service : SERVICES) {
          stores.take(
              Map.of("app_kubernetes_io_part_of", "cotejo", "app_kubernetes_io_name", service),
              lines(stack, service));
        }
        // Then
        List<String> traces = queries("tempo", document);
        assertEquals(2, traces.size());
        for (String query : traces) {
          await(query).atMost(FOUND_WITHIN).until(() -> stores.traces(query) == 1);
        }
        List<String> logs = queries("loki", document);
        assertEquals(1, logs.size());
        await(logs.getFirst())
            .atMost(FOUND_WITHIN)
            .until(() -> stores.lines(logs.getFirst()) >= SERVICES.size());
        assertEquals(0, stores.traces(queries("tempo", "another").getFirst()));
        assertEquals(0, stores.lines(queries("loki", "another").getFirst()));
      } finally {
        stack.stopAndRemove();
      }
    }
  }

  /** As a service wrote them to its output. */
  private static List<String> lines(Stack stack, String service) throws IOException {
    List<String> lines = Files.readAllLines(stack.data().resolve("logs/" + service + ".log"));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("{")), service);
    return lines;
  }

  private static List<String> queries(String store, String document) throws IOException {
    return Dashboards.queries(store).values().stream()
        .map(query -> query.replace("$document", document))
        .toList();
  }
}
