package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A paused stage takes nothing further, over a restart too, and nothing is lost. */
@Order(6)
class PausedStageIT {
  private static final Duration WITHIN = Duration.ofSeconds(90);

  private final Stack stack = Stack.get();

  @Test
  void recognitionWaitsUntilItIsResumed() {
    // Given
    operator("/v1/operations/stages/recognition/pause");
    await().atMost(WITHIN).until(() -> recognition("cotejo_stage_paused") == 1);

    try {
      // When
      String document = submitted();
      await().atMost(WITHIN).until(() -> stage("recognition").path("inFlight").asLong() > 0);
      kill("ocr-service");

      // Then
      await().atMost(WITHIN).until(() -> recognition("cotejo_stage_paused") == 1);
      await()
          .during(Duration.ofSeconds(8))
          .atMost(Duration.ofSeconds(20))
          .until(() -> recognition("cotejo_stage_duration_seconds_count") <= 0);
      assertEquals("in-flight", state(document));
      assertTrue(stage("recognition").has("paused"), stage("recognition")::toString);

      // When
      operator("/v1/operations/stages/recognition/resume");

      // Then
      await().atMost(WITHIN).until(() -> state(document).equals("published"));
      assertTrue(!stage("recognition").has("paused"), stage("recognition")::toString);
    } finally {
      operator("/v1/operations/stages/recognition/resume");
    }
  }

  private String submitted() {
    List<String> arguments = new ArrayList<>(List.of("submit"));
    arguments.addAll(SamplePaper.CABLE.clientArguments());
    return stack.client("submitter", arguments.toArray(String[]::new)).succeeded().lastLine();
  }

  private void kill(String service) {
    long pid = stack.part(service).at("/process/pid").asLong();
    assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
    await()
        .atMost(WITHIN)
        .until(
            () ->
                stack.part(service).at("/process/pid").asLong() != pid
                    && stack.part(service).path("status").asText().equals("healthy"));
  }

  private JsonNode stage(String name) {
    JsonNode summary = stack.as("operator").get("/v1/operations/summary").requireStatus(200).json();
    for (JsonNode stage : summary.path("stages")) {
      if (stage.path("stage").asText().equals(name)) {
        return stage;
      }
    }
    throw new AssertionError(summary.toString());
  }

  private String state(String document) {
    return stack
        .as("operator")
        .get("/v1/documents/" + document)
        .requireStatus(200)
        .json()
        .path("state")
        .asText();
  }

  private void operator(String path) {
    stack.as("operator").postJson(path, "{\"reason\":\"acceptance\"}").requireStatus(200);
  }

  /** A figure of recognition as ocr-service shows it at this moment; -1 when it is not there. */
  private double recognition(String name) {
    int port = stack.part("ocr-service").path("port").asInt();
    String text;
    try {
      text =
          new Api("http://127.0.0.1:" + port, "").getText("/q/metrics").requireStatus(200).body();
    } catch (java.io.UncheckedIOException down) {
      return -1;
    }
    return text.lines()
        .filter(line -> line.startsWith(name + "{") && line.contains("stage=\"recognition\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(-1);
  }
}
