package org.cotejo.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the panels of the chart's dashboards ask. */
final class Dashboards {
  private static final Path FOLDER =
      Program.ROOT.resolve("deploy/kubernetes/cotejo/files/dashboards");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Dashboards() {}

  /**
   * The queries to one kind of store, by dashboard, panel and letter.
   *
   * @param store {@code prometheus}, {@code tempo} or {@code loki}
   */
  static Map<String, String> queries(String store) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode panel : JSON.readTree(file.toFile()).path("panels")) {
          for (JsonNode target : panel.path("targets")) {
            if (target.at("/datasource/type").asText().equals(store)) {
              queries.put(
                  file.getFileName()
                      + ": "
                      + panel.path("title").asText()
                      + " "
                      + target.path("refId").asText(),
                  target.path(target.has("expr") ? "expr" : "query").asText());
            }
          }
        }
      }
    }
    return queries;
  }
}
