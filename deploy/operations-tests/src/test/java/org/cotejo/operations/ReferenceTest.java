package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotejo.operations.Metrics.Metric;
import org.cotejo.operations.Settings.Setting;
import org.junit.jupiter.api.Test;

/**
 * The reference tables are what the code says. {@code deploy/observability/reference} writes them
 * anew.
 */
class ReferenceTest {
  private static final Path METRICS = Repository.ROOT.resolve("deploy/observability/metrics.md");
  private static final Path SETTINGS =
      Repository.ROOT.resolve("deploy/kubernetes/configuration.md");
  private static final String BEGIN = "<!-- generated: deploy/observability/reference -->\n";

  /** Labels and what bounds their values; a label that is not here may have no bound. */
  private static final Map<String, String> LABELS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("from", "surrogate, tile, drawing"),
              Map.entry("group", "the consumer groups of the four services"),
              Map.entry("how", "replayed, discarded"),
              Map.entry("kind", "list, words, idempotency-key, dead-letter"),
              Map.entry("method", "the methods of alignment"),
              Map.entry("outcome", "done, dead, failed, repaired, copy-missing, copy-differs"),
              Map.entry("placement", "how a supplied word found its place"),
              Map.entry("reason", "what ended a process that reads pages"),
              Map.entry("rule", "the rules of collation"),
              Map.entry("side", "source, target"),
              Map.entry("stage", "surrogates, recognition, alignment, projection, progress"),
              Map.entry("state", "sound, missing, differs"),
              Map.entry("topic", "the topics of the contracts"),
              Map.entry("verdict", "what was thought of a text layer")));

  @Test
  void everyMetricIsDescribedAndRegisteredByABuilder() {
    assertEquals(List.of(), Metrics.faults());
    assertTrue(Metrics.all().size() > 40, Metrics.all().keySet().toString());
  }

  @Test
  void everyLabelIsBounded() {
    // Given
    Set<String> labels = new TreeSet<>();
    Metrics.all().values().forEach(metric -> labels.addAll(metric.labels()));
    // Then
    assertEquals(LABELS.keySet(), labels);
  }

  @Test
  void theTableOfMetricsIsThatOfTheCode() throws IOException {
    assertWritten(METRICS, metrics());
  }

  @Test
  void theTableOfSettingsIsThatOfTheCode() throws IOException {
    assertWritten(SETTINGS, settings());
  }

  @Test
  void everySettingIsDescribed() {
    Set<String> silent = new TreeSet<>();
    for (Setting setting : Settings.all().values()) {
      if (setting.description().isEmpty()) {
        silent.add(setting.name());
      }
    }
    assertEquals(Set.of(), silent);
  }

  /** The text above the mark is written by people. */
  private static void assertWritten(Path file, String table) throws IOException {
    String present = Files.readString(file);
    int end = present.indexOf(BEGIN);
    assertTrue(end >= 0, file + " has no line " + BEGIN);
    String expected = present.substring(0, end) + BEGIN + table;
    if (Boolean.getBoolean("cotejo.reference.write")) {
      Files.writeString(file, expected);
    } else {
      assertEquals(expected, present, "write it anew with deploy/observability/reference");
    }
  }

  private static String metrics() {
    StringBuilder text = new StringBuilder();
    text.append("\n| Metric | Kind | Labels | Of | What |\n|---|---|---|---|---|\n");
    for (Metric metric : Metrics.all().values()) {
      text.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  metric.name(),
                  kind(metric),
                  quoted(metric.labels()),
                  services(metric.services()),
                  metric.description()));
    }
    text.append("\n| Label | Values |\n|---|---|\n");
    LABELS.forEach((label, values) -> text.append("| `%s` | %s |\n".formatted(label, values)));
    return text.toString();
  }

  private static String settings() {
    StringBuilder text = new StringBuilder();
    text.append("\n| Setting, variable | Type | Default | Of | What |\n|---|---|---|---|---|\n");
    for (Setting setting : Settings.all().values()) {
      String fallback =
          setting.fallback().isEmpty()
              ? setting.needed() ? "must be set" : "none"
              : "`" + setting.fallback().replace(",", ", ") + "`";
      text.append(
          "| `%s` `%s` | `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  setting.variable(),
                  setting.type(),
                  fallback,
                  services(setting.services()),
                  setting.description().replace("|", "\\|")));
    }
    return text.toString();
  }

  private static String kind(Metric metric) {
    return switch (metric.kind()) {
      case COUNTER -> "counter";
      case GAUGE -> "gauge";
      case TIMER, SUMMARY -> metric.buckets() ? "histogram" : "summary";
    };
  }

  private static String quoted(Set<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String services(Set<String> services) {
    return services.size() == Repository.SERVICES.size() ? "all" : String.join(", ", services);
  }
}
