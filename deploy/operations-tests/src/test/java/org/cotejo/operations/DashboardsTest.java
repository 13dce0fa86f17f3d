package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dashboards: whole, of metrics that exist, with queries that Prometheus reads. That each query
 * finds something is shown on a running stack by {@code DashboardsIT}.
 */
class DashboardsTest {
  private static final Path FOLDER = Repository.CHART.resolve("files/dashboards");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int COLUMNS = 24;

  /** Made by Prometheus, Quarkus and the clients of broker and database. */
  private static final Set<String> OTHERS =
      Set.of(
          "agroal_active_count",
          "agroal_awaiting_count",
          "agroal_blocking_time_max_milliseconds",
          "disk_free_bytes",
          "disk_total_bytes",
          "http_server_requests_seconds_count",
          "http_server_requests_seconds_sum",
          "jvm_gc_pause_seconds_sum",
          "jvm_memory_max_bytes",
          "jvm_memory_used_bytes",
          "jvm_threads_live_threads",
          "kafka_consumer_fetch_manager_records_consumed_total",
          "process_cpu_usage",
          "process_files_open_files",
          "process_start_time_seconds",
          "system_cpu_usage",
          "up");

  @Test
  void thereIsAnOverviewOneForEachServiceOneForADocumentAndOneOfTheInfrastructure()
      throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("overview", "document", "infrastructure"));
    Repository.SERVICES.forEach(service -> expected.add("stage-" + service));
    assertEquals(expected, dashboards().keySet());
  }

  @Test
  void eachIsFoundByItsNameAndTakesThePrometheusThatItIsGiven() throws IOException {
    for (Map.Entry<String, JsonNode> one : dashboards().entrySet()) {
      JsonNode dashboard = one.getValue();
      assertEquals("cotejo-" + one.getKey(), dashboard.path("uid").asText());
      assertTrue(dashboard.path("title").asText().startsWith("Cotejo / "), one.getKey());
      assertFalse(dashboard.path("description").asText().isEmpty(), one.getKey());
      assertEquals("datasource", dashboard.at("/templating/list/0/name").asText());
      dashboard
          .path("panels")
          .forEach(
              panel ->
                  panel
                      .path("targets")
                      .forEach(
                          target ->
                              assertTrue(
                                  target.at("/datasource/uid").asText().startsWith("${"),
                                  panel.path("title")::asText)));
    }
  }

  @Test
  void panelsHaveQueriesAndDoNotOverlap() throws IOException {
    for (Map.Entry<String, JsonNode> one : dashboards().entrySet()) {
      Set<String> taken = new TreeSet<>();
      Set<Integer> ids = new TreeSet<>();
      for (JsonNode panel : one.getValue().path("panels")) {
        String name = one.getKey() + ": " + panel.path("title").asText();
        assertTrue(ids.add(panel.path("id").asInt()), name);
        String type = panel.path("type").asText();
        assertTrue(Set.of("row", "text").contains(type) || !panel.path("targets").isEmpty(), name);
        JsonNode at = panel.path("gridPos");
        for (int x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
          for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
            assertTrue(x < COLUMNS && taken.add(x + " " + y), name);
          }
        }
      }
    }
  }

  @Test
  void queriesAreOfMetricsThatExist() throws IOException {
    // Given
    Set<String> used = new TreeSet<>();
    for (String query : queries()) {
      used.addAll(Metrics.in(query));
      if (query.contains("up{")) {
        used.add("up");
      }
    }
    assertTrue(used.contains("cotejo_consumer_lag_seconds"), used.toString());
    // When
    Set<String> unknown = new TreeSet<>(used);
    unknown.removeAll(Metrics.names());
    unknown.removeAll(OTHERS);
    // Then
    assertEquals(Set.of(), unknown);
  }

  @Test
  void prometheusReadsEveryQuery(@TempDir Path folder) throws IOException {
    // Given
    StringBuilder rules = new StringBuilder("groups:\n  - name: dashboards\n    rules:\n");
    int number = 0;
    for (String query : queries()) {
      rules.append("      - record: panel:").append(number++).append('\n');
      rules.append("        expr: ").append(MAPPER.writeValueAsString(query)).append('\n');
    }
    Path file = folder.resolve("rules.yaml");
    Files.writeString(file, rules.toString());
    // When
    Program.Outcome outcome = Program.promtool().run(folder, "check", "rules", file.toString());
    // Then
    assertEquals(0, outcome.status(), outcome.output());
    assertTrue(outcome.output().contains(number + " rules found"), outcome.output());
  }

  @Test
  void tracesAreAskedForByAttributesThatSpansHave() throws IOException {
    // Given
    String spans =
        Repository.text(
            Repository.ROOT.resolve(
                "deploy/libraries/event-stream/src/main/java/org/cotejo/events/EventSpan.java"));
    Set<String> asked = new TreeSet<>();
    for (JsonNode target : dashboards().get("document").findValues("targets")) {
      Pattern.compile("span\\.([a-z.]+[a-z])")
          .matcher(target.findValuesAsText("query").toString())
          .results()
          .forEach(found -> asked.add(found.group(1)));
    }
    // Then
    assertTrue(asked.contains("cotejo.document.id"), asked.toString());
    for (String attribute : asked) {
      assertTrue(spans.contains('"' + attribute + '"'), attribute);
    }
  }

  @Test
  void theChartShipsThemAsTheyAre() throws IOException {
    // When
    Manifests manifests = Chart.manifests();
    // Then
    for (Map.Entry<String, JsonNode> one : dashboards().entrySet()) {
      JsonNode map = manifests.get("ConfigMap", "cotejo-dashboard-" + one.getKey());
      assertEquals("1", map.at("/metadata/labels/grafana_dashboard").asText());
      assertEquals(
          one.getValue(), MAPPER.readTree(map.path("data").path(one.getKey() + ".json").asText()));
    }
  }

  @Test
  void theChartLeavesThemOutWhenAskedTo() {
    // When
    String text = Chart.render(new Variant("", List.of(), Map.of("monitoring.dashboards", false)));
    // Then
    assertFalse(text.contains("cotejo-dashboard-"));
  }

  /** Those for Prometheus, with a time in place of Grafana's. */
  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    for (JsonNode dashboard : dashboards().values()) {
      for (JsonNode panel : dashboard.path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          if (target.at("/datasource/type").asText().equals("prometheus")) {
            queries.add(target.path("expr").asText().replace("$__rate_interval", "1m"));
          }
        }
      }
    }
    return queries;
  }

  private static Map<String, JsonNode> dashboards() throws IOException {
    Map<String, JsonNode> dashboards = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        dashboards.put(name, MAPPER.readTree(file.toFile()));
      }
    }
    return dashboards;
  }
}
