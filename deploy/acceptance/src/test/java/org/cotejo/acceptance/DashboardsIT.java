package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query of every dashboard finds something in the Prometheus of a stack that has worked. */
@Order(6)
class DashboardsIT {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(90);

  /** In place of Grafana's, which follows the time shown. */
  private static final String RATE_INTERVAL = "5m";

  private final Stack stack = Stack.get();

  @TempDir private Path folder;

  @Test
  void everyQueryReturnsData() throws IOException {
    // Given two papers one after the other: what is made once a paper has a rate then
    read(fresh());
    String document = fresh();
    Map<String, String> queries = Dashboards.queries("prometheus");
    queries.replaceAll((_, query) -> query.replace("$__rate_interval", RATE_INTERVAL));
    assertTrue(queries.size() > 80, queries.keySet().toString());
    Set<String> empty = new TreeSet<>(queries.keySet());
    // Then
    try {
      await()
          .atMost(SEEN_WITHIN)
          .pollInterval(Duration.ofSeconds(2))
          .until(
              () -> {
                // Again and again: a rate wants requests between two looks of Prometheus.
                read(document);
                empty.removeIf(name -> finds(queries.get(name)));
                return empty.isEmpty();
              });
    } catch (org.awaitility.core.ConditionTimeoutException late) {
      Map<String, String> without = new LinkedHashMap<>();
      empty.forEach(name -> without.put(name, queries.get(name)));
      assertEquals(Map.of(), without);
    }
  }

  @Test
  void everyAlertIsKnownToPrometheus() throws IOException {
    // Given
    long alerts =
        Files.readString(Program.ROOT.resolve("deploy/kubernetes/cotejo/files/alerts.yaml"))
            .lines()
            .filter(line -> line.strip().startsWith("- alert:"))
            .count();
    // When
    JsonNode groups = stack.prometheus("/api/v1/rules").at("/data/groups");
    // Then
    assertEquals(
        alerts, groups.valueStream().flatMap(group -> group.path("rules").valueStream()).count());
  }

  /** A paper of which no service has anything yet, not even the tiles of an equal image. */
  private String fresh() {
    List<String> arguments = new ArrayList<>(List.of("submit", "--follow", "--timeout", "240"));
    List<Path> dusty =
        SamplePaper.LIGHTHOUSE.scans().stream()
            .map(scan -> Dust.on(scan, System.nanoTime(), folder))
            .toList();
    arguments.addAll(SamplePaper.LIGHTHOUSE.clientArguments(dusty));
    return stack.client("submitter", arguments.toArray(String[]::new)).succeeded().lastLine();
  }

  /** What readers, and somebody who wants to know what reads the pages, ask of each service. */
  private void read(String document) {
    stack.anonymous().search("faro");
    stack.anonymous().get("/v1/search").requireStatus(200);
    stack.anonymous().get("/v1/documents/" + document).requireStatus(200);
    stack.anonymous().get("/v1/documents/" + document + "/bitexts/en").requireStatus(200);
    stack.anonymous().get("/v1/ocr/engine").requireStatus(200);
    JsonNode manifest =
        stack
            .anonymous()
            .get("/iiif/presentation/3/" + document + "/manifest")
            .requireStatus(200)
            .json();
    String image = manifest.at("/items/0/items/0/items/0/body/service/0/id").asText();
    assertTrue(image.startsWith(stack.url()), manifest::toString);
    String path = image.substring(stack.url().length());
    stack.anonymous().get(path + "/0,0,400,400/200,/0/default.jpg").requireStatus(200);
  }

  private boolean finds(String query) {
    for (JsonNode one :
        stack.prometheus("/api/v1/query?query=" + encoded(query)).at("/data/result")) {
      if (!one.at("/value/1").asText().equals("NaN")) {
        return true;
      }
    }
    return false;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
