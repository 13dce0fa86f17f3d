package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Prometheus beside that of the stack, for which time goes faster: it looks every second, forgets
 * after ten what it no longer sees, and the alerts of the chart wait seconds where they wait
 * minutes and hours. What is counted stays as it is.
 */
final class AlertPrometheus implements AutoCloseable {
  private static final Path RULES =
      Program.ROOT.resolve("deploy/kubernetes/cotejo/files/alerts.yaml");
  private static final List<String> SERVICES =
      List.of("ingest-service", "ocr-service", "translation-service", "search-service");
  private static final Duration UP_WITHIN = Duration.ofSeconds(60);

  /** Ages and times of the rules, and what is put for them. */
  private static final Map<String, String> TIMES =
      Map.of(
          "age_seconds) > 120", "age_seconds) > 8",
          "> 8 * 3600", "> 8 * 60",
          "> 24 * 3600", "> 8",
          "> 4 * 3600", "> 8",
          "standstill_seconds) > 60", "standstill_seconds) > 6",
          "uptime_seconds) > 120", "uptime_seconds) > 12");

  /** Windows, each of some looks. */
  private static final Map<String, String> WINDOWS =
      Map.of("6h", "80s", "1h", "40s", "30m", "20s", "5m", "15s", "2m", "12s", "1m", "12s");

  private final Stack stack;
  private final Path folder;
  private final int port = BackgroundProcess.freePort();
  private final BackgroundProcess process;

  AlertPrometheus(Stack stack, Path folder) throws IOException {
    this.stack = stack;
    this.folder = folder;
    Files.writeString(folder.resolve("alerts.yaml"), faster(Files.readString(RULES)));
    lookAt(SERVICES);
    this.process =
        BackgroundProcess.start(
            folder,
            "prometheus",
            "prometheus",
            "--config.file=" + folder.resolve("prometheus.yml"),
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.enable-lifecycle",
            "--query.lookback-delta=10s",
            "--web.listen-address=127.0.0.1:" + port);
    await().atMost(UP_WITHIN).ignoreExceptions().until(() -> !answer("/api/v1/rules").isEmpty());
  }

  /** The rules with seconds for minutes and hours; whoever changes a time in them changes this. */
  private static String faster(String rules) {
    String text = rules.replaceAll("(?m)^(\\s+for:) \\S+$", "$1 2s");
    for (Map.Entry<String, String> window : WINDOWS.entrySet()) {
      assertTrue(text.contains("[" + window.getKey() + "]"), window.getKey());
      text = text.replace("[" + window.getKey() + "]", "[" + window.getValue() + "]");
    }
    for (Map.Entry<String, String> time : TIMES.entrySet()) {
      assertTrue(text.contains(time.getKey()), time.getKey());
      text = text.replace(time.getKey(), time.getValue());
    }
    return text;
  }

  /** All but one service are looked at from now on, as when its target is taken away. */
  void forget(String service) throws IOException {
    lookAt(SERVICES.stream().filter(one -> !one.equals(service)).toList());
    reload();
  }

  void lookAtAll() throws IOException {
    lookAt(SERVICES);
    reload();
  }

  /** The names of the alerts. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    answer("/api/v1/rules")
        .at("/data/groups")
        .forEach(
            group -> group.path("rules").forEach(rule -> names.add(rule.path("name").asText())));
    return names;
  }

  /** The names of the alerts that fire. */
  Set<String> firing() {
    Set<String> names = new TreeSet<>();
    for (JsonNode alert : answer("/api/v1/alerts").at("/data/alerts")) {
      if (alert.path("state").asText().equals("firing")) {
        names.add(alert.at("/labels/alertname").asText());
      }
    }
    return names;
  }

  /** Whether an alert fires for a stage. */
  boolean firing(String name, String stage) {
    return answer("/api/v1/alerts")
        .at("/data/alerts")
        .valueStream()
        .filter(alert -> alert.path("state").asText().equals("firing"))
        .map(alert -> alert.path("labels"))
        .anyMatch(
            labels ->
                labels.path("alertname").asText().equals(name)
                    && labels.path("stage").asText().equals(stage));
  }

  private void lookAt(List<String> services) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}\n");
    text.append("rule_files: ['").append(folder.resolve("alerts.yaml")).append("']\n");
    text.append("scrape_configs:\n");
    for (String service : services) {
      text.append(
          """
            - job_name: %s
              metrics_path: /q/metrics
              static_configs: [{targets: ['127.0.0.1:%d']}]
          """
              .formatted(service, stack.part(service).path("port").asInt()));
    }
    Files.writeString(folder.resolve("prometheus.yml"), text);
  }

  private void reload() {
    api().post("/-/reload").requireStatus(200);
  }

  private JsonNode answer(String path) {
    return api().get(path).requireStatus(200).json();
  }

  private Api api() {
    return new Api("http://127.0.0.1:" + port, "");
  }

  @Override
  public void close() {
    process.close();
  }
}
