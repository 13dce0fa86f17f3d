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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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
    given()
        .get("/operations/page.js")
        .then()
        .statusCode(200)
        .contentType(containsString("javascript"));
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
