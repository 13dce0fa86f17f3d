package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts: read by promtool, tested by promtool, of metrics that exist, each with a runbook. */
class AlertsTest {
  private static final Path RULES = Repository.CHART.resolve("files/alerts.yaml");
  private static final Path OBSERVABILITY = Repository.ROOT.resolve("deploy/observability");
  private static final Path RUNBOOKS = Repository.ROOT.resolve("deploy/runbooks");
  private static final List<String> HEADINGS =
      List.of("## What you see", "## Why it happens", "## What to do", "## How to confirm");

  /** Made by Prometheus and by Quarkus, not by our code. */
  private static final Set<String> OTHERS = Set.of("up", "http_server_requests_seconds_count");

  @Test
  void promtoolReadsTheRules() {
    // When
    Program.Outcome outcome =
        Program.promtool().run(OBSERVABILITY, "check", "rules", RULES.toString());
    // Then
    assertEquals(0, outcome.status(), outcome.output());
    assertTrue(outcome.output().contains(alerts().size() + " rules found"), outcome.output());
  }

  @Test
  void eachAlertSpeaksWhenItShallAndIsSilentOtherwise() {
    // When
    Program.Outcome outcome =
        Program.promtool().run(OBSERVABILITY, "test", "rules", "alerts-test.yaml");
    // Then
    assertEquals(0, outcome.status(), outcome.output());
  }

  @Test
  void eachAlertIsMadeToSpeakInItsTest() {
    // Given
    JsonNode tests = yaml(OBSERVABILITY.resolve("alerts-test.yaml"));
    Set<String> speaking = new TreeSet<>();
    for (JsonNode test : tests.path("tests")) {
      for (JsonNode check : test.path("alert_rule_test")) {
        if (!check.path("exp_alerts").isEmpty()) {
          speaking.add(check.path("alertname").asText());
        }
      }
    }
    // Then
    assertEquals(names(), speaking);
  }

  @Test
  void eachAlertHasARunbookWithTheFourParts() throws java.io.IOException {
    for (JsonNode alert : alerts()) {
      String name = alert.path("alert").asText();
      // When
      String runbook = Repository.text(RUNBOOKS.resolve(name + ".md"));
      // Then
      assertEquals("deploy/runbooks/" + name + ".md", alert.at("/annotations/runbook").asText());
      assertTrue(Set.of("page", "ticket").contains(alert.at("/labels/severity").asText()));
      assertEquals("# " + name, runbook.lines().findFirst().orElse(""));
      assertEquals(HEADINGS, runbook.lines().filter(line -> line.startsWith("## ")).toList());
    }
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      Set<String> written = new TreeSet<>();
      files.forEach(file -> written.add(file.getFileName().toString().replace(".md", "")));
      written.remove("README");
      assertEquals(names(), written);
    }
  }

  @Test
  void rulesAndRunbooksSpeakOfMetricsThatExist() {
    // Given
    Set<String> known = new TreeSet<>(OTHERS);
    known.addAll(Metrics.names());
    Set<String> used = new TreeSet<>();
    for (JsonNode alert : alerts()) {
      used.addAll(metricsIn(alert.path("expr").asText()));
    }
    names()
        .forEach(name -> used.addAll(metricsIn(Repository.text(RUNBOOKS.resolve(name + ".md")))));
    assertTrue(used.contains("cotejo_outbox_age_seconds"), used.toString());
    // When
    used.removeAll(known);
    // Then
    assertEquals(Set.of(), used);
  }

  private static Set<String> metricsIn(String text) {
    Set<String> names = new TreeSet<>();
    Pattern.compile("\\b(cotejo_[a-z_]+|http_server_[a-z_]+)\\b")
        .matcher(text)
        .results()
        .forEach(found -> names.add(found.group(1)));
    return names;
  }

  private static List<JsonNode> alerts() {
    return Manifests.each(yaml(RULES).path("groups"))
        .flatMap(group -> Manifests.each(group.path("rules")))
        .toList();
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    alerts().forEach(alert -> names.add(alert.path("alert").asText()));
    return names;
  }

  private static JsonNode yaml(Path file) {
    return Serialization.unmarshal(Repository.text(file), JsonNode.class);
  }
}
