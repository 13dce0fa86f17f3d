package org.cotejo.ingest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.cotejo.ingest.testing.Client.as;
import static org.cotejo.ingest.testing.Client.submit;
import static org.cotejo.ingest.testing.Client.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cotejo.ingest.testing.Client.Submitted;
import org.cotejo.ingest.testing.Pipeline;
import org.cotejo.ingest.testing.TokenIssuer;
import org.cotejo.local.testing.InfrastructureResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "ingest")
    })
@WithTestResource(TokenIssuer.class)
class ProgressIT {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @TestHTTPResource("/")
  URI root;

  private Pipeline pipeline;

  @BeforeEach
  void connect() {
    pipeline = new Pipeline(bootstrapServers);
  }

  @AfterEach
  void disconnect() {
    pipeline.close();
  }

  @Test
  void followsAnIngestToItsEnd() {
    // Given
    Submitted ingest = submit(2);
    pipeline.send(pipeline.surrogate(ingest, 1));
    awaitState(ingest, "running");
    await().until(() -> "surrogate".equals(ingest(ingest).getString("pages[0].state")));
    // When
    pipeline.send(
        pipeline.transcribed(ingest, 1),
        pipeline.surrogate(ingest, 2),
        pipeline.transcribed(ingest, 2),
        pipeline.aligned(ingest));
    await().until(() -> "done".equals(ingest(ingest).getString("stages[2].state")));
    pipeline.send(pipeline.published(ingest));
    // Then
    awaitState(ingest, "completed");
    await()
        .until(
            () ->
                ingest(ingest)
                    .getList("pages.state")
                    .equals(List.of("transcribed", "transcribed")));
    given()
        .get("/v1/ingests/" + ingest.ingestId())
        .then()
        .body("ended", equalTo(true))
        .body("stages.state", contains("done", "done", "done", "done"))
        .body("pages[0].confidence", equalTo(0.94f));
    given().get("/v1/documents/" + ingest.documentId()).then().body("state", equalTo("published"));
  }

  @Test
  void saysWhichPagesFailed() {
    // Given
    Submitted ingest = submit(2);
    // When
    pipeline.send(
        pipeline.surrogate(ingest, 1), pipeline.surrogate(ingest, 2),
        pipeline.transcribed(ingest, 1), pipeline.pageFailed(ingest, 2));
    await()
        .until(
            () -> ingest(ingest).getList("pages.state").equals(List.of("transcribed", "failed")));
    pipeline.send(pipeline.aligned(ingest), pipeline.published(ingest));
    // Then
    awaitState(ingest, "completed-with-failures");
    given()
        .get("/v1/ingests/" + ingest.ingestId())
        .then()
        .body("failures.page", contains(2))
        .body("failures.code", contains("recognition.language-missing"))
        .body(
            "pages[1].reason", equalTo("No model for 'qu' is installed; installed are spa, eng."));
    given().get("/v1/documents/" + ingest.documentId()).then().body("state", equalTo("published"));
  }

  @Test
  void endsWhereAStageGivesUp() {
    // Given
    Submitted ingest = submit(1);
    // When
    pipeline.send(pipeline.stageFailed(ingest));
    // Then
    awaitState(ingest, "failed");
    given()
        .get("/v1/ingests/" + ingest.ingestId())
        .then()
        .body("failures.stage", contains("alignment"))
        .body("stages[2].state", equalTo("failed"));
    given().get("/v1/documents/" + ingest.documentId()).then().body("state", equalTo("failed"));
  }

  @Test
  void whatComesIntoTheIndexAfterAFailureIsNotedAndStaysFailed() {
    // Given
    Submitted ingest = submit(1);
    pipeline.send(pipeline.stageFailed(ingest));
    awaitState(ingest, "failed");
    // When
    pipeline.send(pipeline.published(ingest));
    // Then
    await().until(() -> "done".equals(ingest(ingest).getString("stages[3].state")));
    assertEquals("failed", ingest(ingest).getString("state"));
    given().get("/v1/documents/" + ingest.documentId()).then().body("state", equalTo("failed"));
  }

  @Test
  void nothingChangesByRepeatsAndByWhatComesLate() {
    // Given
    Submitted ingest = submit(1);
    Pipeline.Draft failed = pipeline.pageFailed(ingest, 1);
    pipeline.send(failed, failed, failed);
    await().until(() -> "failed".equals(ingest(ingest).getString("pages[0].state")));
    pipeline.send(pipeline.transcribed(ingest, 1), pipeline.published(ingest));
    awaitState(ingest, "completed-with-failures");
    String ended = ingest(ingest).prettify();
    // When
    pipeline.send(
        failed,
        pipeline.transcribed(ingest, 1),
        pipeline.stageFailed(ingest),
        pipeline.published(ingest));
    Submitted other = submit(1);
    pipeline.send(
        new Pipeline.Draft(
            "cotejo.transcriptions", ingest.documentId(), pipeline.transcribed(other, 1).json()),
        new Pipeline.Draft(
            "cotejo.failures", ingest.documentId(), pipeline.stageFailed(other).json()));
    awaitState(other, "failed");
    // Then
    assertEquals(ended, ingest(ingest).prettify());
  }

  @Test
  void anOvertakenIngestStaysSuperseded() {
    // Given
    Submitted first = submit(1);
    Submitted second =
        submitted(as("curator").post("/v1/documents/" + first.documentId() + "/reprocess"));
    // When
    pipeline.send(
        pipeline.transcribed(first, 1),
        pipeline.published(first),
        pipeline.transcribed(second, 1),
        pipeline.published(second));
    // Then
    awaitState(second, "completed");
    assertEquals("superseded", ingest(first).getString("state"));
    assertEquals(
        2, given().get("/v1/documents/" + first.documentId()).jsonPath().getInt("revision"));
  }

  @Test
  void streamsAnIngestUntilItHasEnded() throws Exception {
    // Given
    Submitted ingest = submit(1);
    try (HttpClient http = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> stream =
          http.sendAsync(
              HttpRequest.newBuilder(root.resolve("/v1/ingests/" + ingest.ingestId() + "/events"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      pipeline.send(pipeline.surrogate(ingest, 1), pipeline.transcribed(ingest, 1));
      await().until(() -> "transcribed".equals(ingest(ingest).getString("pages[0].state")));
      // When
      pipeline.send(pipeline.published(ingest));
      // Then
      HttpResponse<String> response = stream.get(30, java.util.concurrent.TimeUnit.SECONDS);
      assertTrue(
          response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
      List<String> events =
          response.body().lines().filter(line -> line.startsWith("data:")).toList();
      assertTrue(response.body().contains("event:ingest"), response.body());
      assertEquals("completed", new JsonPath(events.getLast().substring(5)).getString("state"));
      assertTrue(events.size() >= 2, response.body());
    }
    given().get("/v1/ingests/" + java.util.UUID.randomUUID() + "/events").then().statusCode(404);
  }

  @Test
  void countsEveryDocumentOnceWhateverTheOrderOfEvents() throws Exception {
    // Given
    List<Submitted> ingests = new ArrayList<>();
    List<Pipeline.Draft> drafts = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      Submitted ingest = submit(2);
      ingests.add(ingest);
      drafts.addAll(
          List.of(
              pipeline.surrogate(ingest, 1),
              pipeline.surrogate(ingest, 2),
              pipeline.transcribed(ingest, 1),
              pipeline.pageFailed(ingest, 2),
              pipeline.aligned(ingest),
              number % 3 == 0 ? pipeline.stageFailed(ingest) : pipeline.published(ingest)));
    }
    drafts.addAll(List.copyOf(drafts.subList(0, 20)));
    Collections.shuffle(drafts, new Random(7));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> watched = CompletableFuture.supplyAsync(() -> watch(done));
    // When
    try {
      pipeline.send(drafts.toArray(Pipeline.Draft[]::new));
      for (int number = 0; number < 8; number += 2) {
        as("curator").post("/v1/documents/" + ingests.get(number).documentId() + "/reprocess");
      }
      for (int number = 1; number < 8; number += 2) {
        awaitState(ingests.get(number), number % 3 == 0 ? "failed" : "completed-with-failures");
      }
    } finally {
      done.set(true);
    }
    // Then
    assertTrue(watched.get(30, java.util.concurrent.TimeUnit.SECONDS) > 1);
  }

  @Test
  void waitsForPagesThatItHearsOfLast() {
    // Given
    Submitted ingest = submit(2);
    pipeline.send(pipeline.published(ingest));
    await().until(() -> "done".equals(ingest(ingest).getString("stages[3].state")));
    assertEquals("running", ingest(ingest).getString("state"));
    // When
    pipeline.send(pipeline.transcribed(ingest, 1), pipeline.pageFailed(ingest, 2));
    // Then
    awaitState(ingest, "completed-with-failures");
  }

  /** Looks at the counts again and again; every look has to add up. */
  private static int watch(AtomicBoolean done) {
    int looks = 0;
    while (!done.get()) {
      JsonPath counts = as("operator").get("/v1/operations/summary").jsonPath();
      assertEquals(
          counts.getLong("documents.accepted"),
          counts.getLong("documents.published")
              + counts.getLong("documents.failed")
              + counts.getLong("documents.inFlight"));
      looks++;
    }
    return looks;
  }

  private static JsonPath ingest(Submitted submitted) {
    return given().get("/v1/ingests/" + submitted.ingestId()).jsonPath();
  }

  private static void awaitState(Submitted submitted, String state) {
    await().untilAsserted(() -> assertEquals(state, ingest(submitted).getString("state")));
  }
}
