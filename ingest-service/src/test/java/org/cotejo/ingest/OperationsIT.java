package org.cotejo.ingest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.cotejo.ingest.testing.Client.as;
import static org.cotejo.ingest.testing.Client.submit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.ingest.operations.store.DeadLetterEntity;
import org.cotejo.ingest.operations.store.DeadLetterStore;
import org.cotejo.ingest.testing.Client;
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
class OperationsIT {
  private static final String DEAD = "cotejo.bitexts.search-service.dead";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject DeadLetterStore letters;

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
  void replaysALetterOfTheLatestRevisionAsANewIngest() {
    // Given
    Submitted document = submit(1);
    long id = bury(document, Pipeline.bytes(pipeline.aligned(document)));
    // When
    as("operator")
        .post("/v1/operations/dead-letters/" + id + "/replay")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("reprocessed"));
    // Then
    var shown = given().get("/v1/documents/" + document.documentId()).jsonPath();
    assertEquals(2, shown.getInt("revision"));
    given()
        .get("/v1/ingests/" + shown.getString("ingestId"))
        .then()
        .body("cause", equalTo("replay"));
    as("operator")
        .post("/v1/operations/dead-letters/" + id + "/replay")
        .then()
        .statusCode(409)
        .body("code", equalTo("dead-letter.settled"));
  }

  @Test
  void sendsAnyOtherLetterBackToWhereItCameFrom() {
    // Given
    Submitted document = submit(1);
    byte[] message = Pipeline.bytes(pipeline.aligned(document));
    as("curator")
        .post("/v1/documents/" + document.documentId() + "/reprocess")
        .then()
        .statusCode(202);
    long id = bury(document, message);
    // When
    as("operator")
        .post("/v1/operations/dead-letters/" + id + "/replay")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("sent-again"));
    // Then
    assertArrayEquals(
        message, pipeline.messages("cotejo.bitexts", document.documentId()).getLast().value());
  }

  @Test
  void discardsALetter() {
    // Given
    Submitted document = submit(1);
    long id = bury(document, "not an event".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    // When
    as("operator").post("/v1/operations/dead-letters/" + id + "/discard").then().statusCode(200);
    // Then
    as("operator")
        .queryParam("state", "discarded")
        .get("/v1/operations/dead-letters")
        .then()
        .body("deadLetters.id", hasItem((int) id));
    as("operator").post("/v1/operations/dead-letters/" + id + "/replay").then().statusCode(409);
    as("operator").post("/v1/operations/dead-letters/999999/discard").then().statusCode(404);
    as("curator").get("/v1/operations/dead-letters").then().statusCode(403);
  }

  @Test
  void putsAsideWhatItCannotReadItself() {
    // When
    pipeline.send(
        "cotejo.bitexts", "x", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
    // Then
    await()
        .untilAsserted(
            () ->
                as("operator")
                    .get("/v1/operations/dead-letters")
                    .then()
                    .body("deadLetters.consumer", hasItem("ingest-service"))
                    .body("deadLetters.topic", hasItem("cotejo.bitexts.ingest-service.dead")));
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void summarisesThePipeline() {
    // Given
    Submitted document = submit(1);
    pipeline.send(pipeline.stageFailed(document));
    // Then
    await()
        .untilAsserted(
            () ->
                as("operator")
                    .get("/v1/operations/summary")
                    .then()
                    .statusCode(200)
                    .body("failures.documentId", hasItem(document.documentId()))
                    .body("ingests.documentId", hasItem(document.documentId()))
                    .body(
                        "stages.stage",
                        equalTo(List.of("surrogates", "recognition", "alignment", "projection"))));
  }

  @Test
  void followsTheSummaryAsServerSentEvents() throws Exception {
    // Given
    submit(1);
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create(
                    "http://localhost:"
                        + io.restassured.RestAssured.port
                        + "/v1/operations/events"))
            .header("Authorization", "Bearer " + TokenIssuer.token("operator"))
            .build();
    // When
    List<String> data;
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      var lines = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofLines()).body();
      data = lines.filter(line -> line.startsWith("data:")).limit(2).toList();
      client.shutdownNow();
    }
    // Then
    assertEquals(2, data.size());
    for (String field : List.of("documents", "stages", "throughput", "failureGroups", "lags")) {
      org.junit.jupiter.api.Assertions.assertTrue(data.getLast().contains(field), field);
    }
  }

  @Test
  void groupsFailuresByReasonWithSamples() {
    // Given
    Submitted one = submit(1);
    Submitted other = submit(1);
    // When
    pipeline.send(pipeline.stageFailed(one));
    pipeline.send(pipeline.stageFailed(other));
    // Then
    await()
        .atMost(java.time.Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                as("operator")
                    .get("/v1/operations/summary")
                    .then()
                    .body("failureGroups.samples.flatten().documentId", hasItem(one.documentId()))
                    .body(
                        "failureGroups.samples.flatten().documentId", hasItem(other.documentId())));
  }

  @Test
  void tellsTheLifeOfADocument() {
    // Given
    Submitted document = submit(1);
    bury(document, Pipeline.bytes(pipeline.aligned(document)));
    as("curator")
        .post("/v1/documents/" + document.documentId() + "/reprocess")
        .then()
        .statusCode(202);
    // Then
    as("operator")
        .get("/v1/operations/documents/" + document.documentId() + "/timeline")
        .then()
        .statusCode(200)
        .body("revision", equalTo(2))
        .body("entries.kind", hasItem("audit"))
        .body("entries.kind", hasItem("dead-letter"))
        .body("entries.what", hasItem("ingest begun"))
        .body("entries.what", hasItem("ingest superseded"));
    as("operator")
        .get("/v1/operations/documents/" + UUID.randomUUID() + "/timeline")
        .then()
        .statusCode(404);
    as("reader")
        .get("/v1/operations/documents/" + document.documentId() + "/timeline")
        .then()
        .statusCode(403);
  }

  @Test
  void showsTheMessageOfADeadLetter() {
    // Given
    Submitted document = submit(1);
    byte[] message = Pipeline.bytes(pipeline.aligned(document));
    long id = bury(document, message);
    // Then
    as("operator")
        .get("/v1/operations/dead-letters/" + id)
        .then()
        .statusCode(200)
        .body("letter.code", equalTo("projection.refused"))
        .body("sourceOffset", equalTo(3))
        .body("contentForm", equalTo("text"))
        .body("sizeBytes", equalTo(message.length))
        .body("content", containsString(document.documentId()));
    long binary = bury(document, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    as("operator")
        .get("/v1/operations/dead-letters/" + binary)
        .then()
        .body("contentForm", equalTo("hex"))
        .body("content", equalTo("ff fe 00"));
    as("operator").get("/v1/operations/dead-letters/999999").then().statusCode(404);
  }

  @Test
  void pausesAStageAndLetsItGoOn() {
    // When
    as("operator")
        .contentType("application/json")
        .body("{\"reason\":\"the store is being moved\"}")
        .post("/v1/operations/stages/recognition/pause")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("paused"));
    // Then
    await()
        .untilAsserted(
            () ->
                as("operator")
                    .get("/v1/operations/summary")
                    .then()
                    .body("stages[1].paused.reason", equalTo("the store is being moved")));
    var paused = pipeline.messages("cotejo.controls", "recognition").getLast();
    org.junit.jupiter.api.Assertions.assertTrue(
        new String(paused.value(), java.nio.charset.StandardCharsets.UTF_8)
            .contains("cotejo.stage.paused.v1"));
    org.cotejo.contracts.Contract.event("stage.paused").requireValid(paused.value());
    as("operator")
        .contentType("application/json")
        .body("{}")
        .post("/v1/operations/stages/recognition/pause")
        .then()
        .body("outcome", equalTo("already paused"));
    // When
    as("operator")
        .contentType("application/json")
        .body("{}")
        .post("/v1/operations/stages/recognition/resume")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("running"));
    // Then
    await()
        .until(
            () ->
                new String(
                        pipeline.messages("cotejo.controls", "recognition").getLast().value(),
                        java.nio.charset.StandardCharsets.UTF_8)
                    .contains("cotejo.stage.resumed.v1"));
    as("operator")
        .contentType("application/json")
        .body("{}")
        .post("/v1/operations/stages/printing/pause")
        .then()
        .statusCode(404);
    as("curator")
        .contentType("application/json")
        .body("{}")
        .post("/v1/operations/stages/recognition/pause")
        .then()
        .statusCode(403);
  }

  @Test
  void processesAgainWhatAFilterFinds() {
    // Given
    Submitted document = submit(1);
    Submitted untouched = submit(1);
    pipeline.send(pipeline.stageFailed(document));
    await()
        .until(
            () ->
                "failed"
                    .equals(
                        given()
                            .get("/v1/documents/" + document.documentId())
                            .jsonPath()
                            .getString("state")));
    String filter = "{\"state\":\"failed\",\"language\":\"es\"}";
    // When
    long counted =
        as("operator")
            .contentType("application/json")
            .body(filter)
            .post("/v1/operations/reprocessings?dryRun=true")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getLong("documents");
    // Then
    org.junit.jupiter.api.Assertions.assertTrue(counted >= 1);
    assertEquals(1, revision(document));
    // When
    var begun =
        as("operator")
            .contentType("application/json")
            .body(filter)
            .post("/v1/operations/reprocessings")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath();
    int id = begun.getInt("id");
    // Then
    await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                as("operator")
                    .get("/v1/operations/reprocessings")
                    .then()
                    .body("reprocessings[0].id", equalTo(id))
                    .body("reprocessings[0].state", equalTo("completed"))
                    .body("reprocessings[0].started", equalTo(begun.getInt("total"))));
    assertEquals(2, revision(document));
    assertEquals(1, revision(untouched));
  }

  @Test
  void refusesAFilterThatCannotBe() {
    for (String filter :
        List.of(
            "{\"language\":\"no tag\"}",
            "{\"state\":\"withdrawn\"}",
            "{\"from\":\"yesterday\"}",
            "{\"from\":\"2026-11-30\",\"to\":\"2026-11-01\"}")) {
      as("operator")
          .contentType("application/json")
          .body(filter)
          .post("/v1/operations/reprocessings?dryRun=true")
          .then()
          .statusCode(422)
          .body("code", equalTo("reprocessing.filter-invalid"));
    }
    as("operator")
        .contentType("application/json")
        .body("{\"collection\":\"no such collection\"}")
        .post("/v1/operations/reprocessings")
        .then()
        .statusCode(409)
        .body("code", equalTo("reprocessing.empty"));
    as("operator").post("/v1/operations/reprocessings/999999/cancel").then().statusCode(404);
  }

  @Test
  void recoveryBeginsAnewWhatWasInFlightAndPausesWhatWasPaused() {
    // Given: as out of a backup, a document in flight and a paused stage of which no broker knows
    Submitted unfinished = submit(1);
    as("operator")
        .contentType("application/json")
        .body("{\"reason\":\"full disk\"}")
        .post("/v1/operations/stages/alignment/pause")
        .then()
        .statusCode(200);
    int told = pipeline.messages("cotejo.controls", "alignment").size();
    as("curator").post("/v1/operations/recovery").then().statusCode(403);

    // When
    as("operator")
        .post("/v1/operations/recovery")
        .then()
        .statusCode(202)
        .body("unfinished", org.hamcrest.Matchers.greaterThanOrEqualTo(1))
        .body("pausedStages", equalTo(1));

    // Then
    await().until(() -> revision(unfinished) == 2);
    given()
        .get("/v1/documents/" + unfinished.documentId())
        .then()
        .body("state", equalTo("in-flight"));
    await().until(() -> pipeline.messages("cotejo.documents", unfinished.documentId()).size() == 2);
    await().until(() -> pipeline.messages("cotejo.controls", "alignment").size() == told + 1);
    await()
        .until(
            () ->
                "completed"
                    .equals(
                        as("operator")
                            .get("/v1/operations/reprocessings")
                            .jsonPath()
                            .getString("reprocessings[0].state")));
    assertEquals(2, revision(unfinished), "once");
    as("operator")
        .contentType("application/json")
        .body("{}")
        .post("/v1/operations/stages/alignment/resume")
        .then()
        .statusCode(200);
  }

  @Test
  void aLetterAtAPlaceThatATopicMadeAnewHasGivenAgainIsNoRepeat() {
    // Given
    DeadLetterEntity former = letter("2026-11-23T08:15:30Z");
    DeadLetterEntity repeated = letter("2026-11-23T08:15:30Z");
    DeadLetterEntity other = letter("2026-11-30T09:00:00Z");
    // When
    letters.add(former);
    letters.add(repeated);
    letters.add(other);
    // Then
    assertEquals(
        List.of("2026-11-23T08:15:30Z", "2026-11-30T09:00:00Z"),
        letters.list("open").stream()
            .filter(found -> found.reason.equals(former.reason))
            .map(found -> found.failedAt.toString())
            .sorted()
            .toList());
  }

  private static DeadLetterEntity letter(String failedAt) {
    DeadLetterEntity letter = new DeadLetterEntity();
    letter.topic = "cotejo.bitexts.restored.dead";
    letter.topicPartition = 0;
    letter.topicOffset = 0;
    letter.sourceTopic = "cotejo.bitexts";
    letter.consumer = "search-service";
    letter.message = new byte[] {1, 2};
    letter.code = "projection.refused";
    letter.reason = "made anew";
    letter.failedAt = java.time.Instant.parse(failedAt);
    letter.state = "open";
    return letter;
  }

  @Test
  void anOperatorChangesALogLevelForAWhile() {
    // Given
    String path = "/v1/operations/log-levels/org.cotejo.ingest.progress";
    java.util.logging.Logger logger =
        java.util.logging.Logger.getLogger("org.cotejo.ingest.progress");
    problem(as("operator").put(path + "?level=LOUD"), 422);
    problem(as("operator").put(path + "?level=DEBUG&for=P2D"), 422);
    problem(as("operator").put("/v1/operations/log-levels/a%20b?level=DEBUG"), 422);
    as("curator").put(path + "?level=DEBUG").then().statusCode(403);
    given().put(path + "?level=DEBUG").then().statusCode(401);

    // When
    as("operator").put(path + "?level=DEBUG&for=PT2S").then().statusCode(200);

    // Then
    org.junit.jupiter.api.Assertions.assertTrue(logger.isLoggable(java.util.logging.Level.FINE));
    await().until(() -> !logger.isLoggable(java.util.logging.Level.FINE));

    // When
    as("operator").put(path + "?level=OFF").then().statusCode(200).body("level", equalTo("OFF"));
    as("operator")
        .get("/v1/operations/log-levels")
        .then()
        .body("changed.category", hasItem("org.cotejo.ingest.progress"));
    as("operator").delete(path).then().statusCode(204);

    // Then
    org.junit.jupiter.api.Assertions.assertTrue(logger.isLoggable(java.util.logging.Level.SEVERE));
  }

  @Test
  void measuresHowFarItIsBehind() {
    // Given
    Submitted document = submit(1);
    pipeline.send(pipeline.stageFailed(document));
    // Then
    await()
        .atMost(java.time.Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                given()
                    .get("/q/metrics")
                    .then()
                    .body(
                        containsString(
                            "cotejo_consumer_lag_messages{group=\"ingest-service\",topic=\"cotejo.failures\""))
                    .body(containsString("cotejo_consumer_lag_seconds{group=\"ingest-service\"")));
  }

  @Test
  void showsItsMetricsHealthAndInterface() {
    submit(1);
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("cotejo_documents_accepted_total"))
        .body(containsString("cotejo_documents_published_total"))
        .body(containsString("cotejo_documents_failed_total"))
        .body(containsString("cotejo_documents_in_flight"))
        .body(containsString("cotejo_oldest_unfinished_age_seconds"))
        .body(containsString("cotejo_outbox_pending"))
        .body(containsString("cotejo_dead_letters_open"));
    for (String kind : List.of("live", "ready", "started")) {
      given().get("/q/health/" + kind).then().statusCode(200);
    }
    String paths = given().accept("application/json").get("/q/openapi").asString();
    for (String path :
        List.of(
            "/v1/documents",
            "/v1/documents/{id}",
            "/v1/documents/{id}/reprocess",
            "/v1/documents/{id}/translations",
            "/v1/documents/{id}/audit",
            "/v1/uploads",
            "/v1/ingests/{id}",
            "/v1/ingests/{id}/events",
            "/v1/operations/summary",
            "/v1/operations/events",
            "/v1/operations/stages/{stage}/pause",
            "/v1/operations/stages/{stage}/resume",
            "/v1/operations/reprocessings",
            "/v1/operations/recovery",
            "/v1/operations/reprocessings/{id}/cancel",
            "/v1/operations/documents/{id}/timeline",
            "/v1/operations/dead-letters",
            "/v1/operations/dead-letters/{id}/replay",
            "/v1/operations/dead-letters/{id}/discard")) {
      org.junit.jupiter.api.Assertions.assertTrue(paths.contains("\"" + path + "\""), path);
    }
  }

  @Test
  void everyRefusalIsAProblem() {
    problem(given().multiPart("record", Client.RECORD).post("/v1/documents"), 401);
    problem(
        given().auth().oauth2(TokenIssuer.expired("operator")).get("/v1/operations/summary"), 401);
    problem(given().auth().oauth2("nonsense").get("/v1/documents"), 401);
    problem(as("reader").multiPart("record", Client.RECORD).post("/v1/documents"), 403);
    problem(given().get("/v1/operations/summary"), 401);
    problem(as("submitter").get("/v1/operations/summary"), 403);
    problem(given().get("/v1/documents/" + UUID.randomUUID()), 404);
    problem(given().get("/v1/documents/not-a-uuid"), 404);
    problem(given().get("/v1/nothing"), 404);
    problem(given().put("/v1/documents"), 405);
    problem(as("submitter").contentType("text/plain").body("x").post("/v1/documents"), 415);
    problem(
        as("submitter").contentType("application/json").body("{\"fileName\":").post("/v1/uploads"),
        400);
    problem(as("submitter").contentType("application/json").body("[1]").post("/v1/uploads"), 400);
    problem(
        as("submitter")
            .header("Idempotency-Key", "k".repeat(201))
            .multiPart("record", Client.RECORD)
            .post("/v1/documents"),
        400);
  }

  @Test
  void servesTheOperatorsPage() {
    for (String path : List.of("/operations", "/operations/")) {
      given()
          .redirects()
          .follow(false)
          .get(path)
          .then()
          .statusCode(200)
          .contentType(startsWith("text/html"))
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .body(containsString("<title>"));
    }
    given().get("/operations/page.css").then().statusCode(200).contentType(startsWith("text/css"));
    for (String script :
        List.of("page", "api", "elements", "failures", "format", "ingest", "reprocess", "stages")) {
      given()
          .get("/operations/" + script + ".js")
          .then()
          .statusCode(200)
          .contentType(containsString("javascript"));
    }
  }

  private static int revision(Submitted document) {
    return given().get("/v1/documents/" + document.documentId()).jsonPath().getInt("revision");
  }

  private static void problem(io.restassured.response.Response response, int status) {
    response
        .then()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("status", equalTo(status))
        .body("title", org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyOrNullString()))
        .body("code", org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyOrNullString()));
  }

  /** Puts a message on a dead-letter topic as the library does, and waits until it is shown. */
  private long bury(Submitted document, byte[] message) {
    String reason = "reason " + UUID.randomUUID();
    pipeline.send(
        DEAD,
        document.documentId(),
        message,
        Map.of(
            "cotejo-reason-code", "projection.refused",
            "cotejo-reason-message", reason,
            "cotejo-source-topic", "cotejo.bitexts",
            "cotejo-source-partition", "0",
            "cotejo-source-offset", "3",
            "cotejo-consumer", "search-service",
            "cotejo-failed-at", "2026-11-23T08:15:30Z"));
    AtomicLong id = new AtomicLong();
    await()
        .until(
            () -> {
              List<Map<String, Object>> letters =
                  as("operator")
                      .get("/v1/operations/dead-letters")
                      .jsonPath()
                      .getList("deadLetters");
              letters.stream()
                  .filter(letter -> reason.equals(letter.get("message")))
                  .forEach(letter -> id.set(((Number) letter.get("id")).longValue()));
              return id.get() > 0;
            });
    return id.get();
  }
}
