package org.cotejo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An ingest as the server tells it. */
record Ingest(
    String ingestId,
    String documentId,
    long revision,
    String state,
    boolean ended,
    int pageCount,
    List<Stage> stages,
    List<Failure> failures) {

  /** How much of one stage is done, in pages or, after recognition, documents. */
  record Stage(String name, String state, int done, int failed, int total) {}

  record Failure(String stage, int page, String code, String message) {
    @Override
    public String toString() {
      return stage + (page > 0 ? ", page " + page : "") + ": " + message + " [" + code + "]";
    }
  }

  Ingest {
    stages = List.copyOf(stages);
    failures = List.copyOf(failures);
  }

  static Ingest of(JsonNode json) {
    List<Stage> stages = new ArrayList<>();
    for (JsonNode stage : json.path("stages")) {
      stages.add(
          new Stage(
              stage.path("stage").asText(),
              stage.path("state").asText(),
              stage.path("done").asInt(),
              stage.path("failed").asInt(),
              stage.path("total").asInt()));
    }
    List<Failure> failures = new ArrayList<>();
    for (JsonNode failure : json.path("failures")) {
      failures.add(
          new Failure(
              failure.path("stage").asText(),
              failure.path("page").asInt(0),
              failure.path("code").asText(),
              failure.path("message").asText()));
    }
    return new Ingest(
        json.path("ingestId").asText(),
        json.path("documentId").asText(),
        json.path("revision").asLong(),
        json.path("state").asText(),
        json.path("ended").asBoolean(),
        json.path("pageCount").asInt(),
        stages,
        failures);
  }

  /** An ingest that was overtaken by a newer revision did not fail: the newer one carries on. */
  int exitCode() {
    return switch (state) {
      case "completed", "superseded" -> ExitCode.OK;
      case "failed", "completed-with-failures" -> ExitCode.INGEST_WITH_FAILURES;
      default -> ended ? ExitCode.INGEST_WITH_FAILURES : ExitCode.OK;
    };
  }
}
