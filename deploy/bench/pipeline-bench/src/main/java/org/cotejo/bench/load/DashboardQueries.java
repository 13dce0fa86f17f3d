package org.cotejo.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The queries that Grafana's dashboards put to Prometheus. */
final class DashboardQueries {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Grafana fills it in; twelve looks of the local stack's Prometheus. */
  private static final String RATE_INTERVAL = "1m";

  private DashboardQueries() {}

  /**
   * Those of every dashboard in a folder, by file, panel and letter.
   *
   * @throws IOException when there is no dashboard, or one is not JSON
   */
  static Map<String, String> in(Path folder) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      for (JsonNode panel : JSON.readTree(file.toFile()).path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          if (target.at("/datasource/type").asText().equals("prometheus")) {
            queries.put(
                file.getFileName().toString().replace(".json", "")
                    + ": "
                    + panel.path("title").asText()
                    + " "
                    + target.path("refId").asText(),
                target.path("expr").asText().replace("$__rate_interval", RATE_INTERVAL));
          }
        }
      }
    }
    if (queries.isEmpty()) {
      throw new IOException("there are no dashboards in " + folder);
    }
    return queries;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
