package org.cotejo.ingest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.cotejo.ingest.testing.Client.as;
import static org.cotejo.ingest.testing.Client.recordWithAccess;
import static org.cotejo.ingest.testing.Client.submit;
import static org.cotejo.ingest.testing.Client.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.contracts.Contract;
import org.cotejo.ingest.testing.Client.Submitted;
import org.cotejo.ingest.testing.Papers;
import org.cotejo.ingest.testing.Pipeline;
import org.cotejo.ingest.testing.TokenIssuer;
import org.cotejo.local.testing.InfrastructureResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "ingest")
    })
@WithTestResource(TokenIssuer.class)
class CatalogueIT {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void changesTheRecordForWhoHasSeenTheLatest() {
    // Given
    Submitted document = submit(1);
    String path = "/v1/documents/" + document.documentId();
    as("curator")
        .contentType("application/merge-patch+json")
        .body("{}")
        .patch(path)
        .then()
        .statusCode(428)
        .body("code", equalTo("if-match.missing"));
    patch(path, "\"7\"", "{\"title\": \"Other\"}").then().statusCode(412);
    patch(path, "\"1\"", "{\"date\": \"1962-13-01\", \"title\": null}")
        .then()
        .statusCode(422)
        .body("findings.size()", equalTo(2));
    // When
    patch(path, "\"1\"", "{\"title\": \"Other\", \"collection\": null}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("record.title", equalTo("Other"))
        .body("record", not(hasKey("collection")))
        .body("record.date.printed", equalTo("2 de diciembre de 1962"));
    // Then
    given().get("/v1/ingests/" + document.ingestId()).then().body("state", equalTo("superseded"));
    patch(path, "\"1\"", "{\"title\": \"Third\"}").then().statusCode(412);
    List<ConsumerRecord<String, byte[]>> events = events(document.documentId(), 2);
    Contract.event("document.revised").requireValid(events.get(1).value());
    as("operator")
        .get(path + "/audit")
        .then()
        .statusCode(200)
        .body("entries.action", contains("accepted", "record changed"))
        .body("entries.who", contains("test-submitter", "test-curator"));
  }

  @Test
  void withdrawsADocumentOnceAndForGood() {
    // Given
    Submitted document = submit(1);
    String path = "/v1/documents/" + document.documentId();
    // When
    as("submitter").delete(path).then().statusCode(204);
    as("curator").delete(path).then().statusCode(204);
    // Then
    given().get(path).then().statusCode(404);
    as("reader").get(path).then().statusCode(404);
    as("curator").get(path).then().statusCode(200).body("state", equalTo("withdrawn"));
    patch(path, "\"2\"", "{\"title\": \"x\"}").then().statusCode(404);
    as("curator").post(path + "/reprocess").then().statusCode(404);
    as("curator")
        .get("/v1/ingests/" + document.ingestId())
        .then()
        .body("state", equalTo("superseded"));
    List<ConsumerRecord<String, byte[]>> events = events(document.documentId(), 2);
    Contract.event("document.withdrawn").requireValid(events.get(1).value());
  }

  @Test
  void listsPageByPage() {
    // Given
    String collection = "Serie " + UUID.randomUUID();
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      ids.add(
          submit(
                  """
              {"title": "Nota", "originalLanguages": ["es", "fr"], "collection": "%s",
               "access": {"level": "public"}}"""
                      .formatted(collection),
                  1)
              .documentId());
    }
    // When
    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      RequestSpecification request =
          given()
              .queryParam("collection", collection)
              .queryParam("language", "fr")
              .queryParam("state", "in-flight")
              .queryParam("limit", 2);
      if (!next.isEmpty()) {
        request.queryParam("cursor", next);
      }
      var page = request.get("/v1/documents").then().statusCode(200).extract().jsonPath();
      listed.addAll(page.getList("documents.documentId", String.class));
      next = page.getString("next") == null ? "" : page.getString("next");
    } while (!next.isEmpty());
    // Then
    assertEquals(ids, listed);
    given().queryParam("limit", 0).get("/v1/documents").then().statusCode(400);
    given()
        .queryParam("cursor", "x")
        .get("/v1/documents")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(400, 404))
        .contentType(startsWith("application/problem+json"));
  }

  @Test
  void reprocessesUnderANewRevision() {
    // Given
    Submitted document = submit(2);
    // When
    Submitted again =
        submitted(as("operator").post("/v1/documents/" + document.documentId() + "/reprocess"));
    // Then
    assertEquals(document.documentId(), again.documentId());
    given()
        .get("/v1/ingests/" + again.ingestId())
        .then()
        .body("revision", equalTo(2))
        .body("cause", equalTo("reprocess"));
    given().get("/v1/ingests/" + document.ingestId()).then().body("state", equalTo("superseded"));
    Contract.event("document.revised")
        .requireValid(events(document.documentId(), 2).get(1).value());
  }

  @Test
  void takesATranslationThatComesLater() {
    // Given
    Submitted document = submit(1);
    String path = "/v1/documents/" + document.documentId() + "/translations";
    // When
    submitted(
        as("submitter")
            .multiPart("translation.en", "en.txt", Papers.text("A note."))
            .multiPart("translator.en", "B. Person")
            .post(path));
    // Then
    given()
        .get("/v1/documents/" + document.documentId())
        .then()
        .body("revision", equalTo(2))
        .body("translations.language", contains("en"));
    as("submitter")
        .multiPart("translation.en", "en.txt", Papers.text("Again."))
        .post(path)
        .then()
        .statusCode(409)
        .body("code", equalTo("translation.exists"));
    submitted(
        as("submitter").multiPart("translation.fr", "fr.txt", Papers.text("Une note.")).post(path));
    given()
        .get("/v1/documents/" + document.documentId())
        .then()
        .body("translations.language", contains("en", "fr"));
    as("submitter")
        .multiPart("scan", "a.pdf", Papers.pdf(1))
        .post(path)
        .then()
        .statusCode(422)
        .body("findings.code", hasItem("translation.missing"));
  }

  @ParameterizedTest
  @CsvSource({
    "public, '', 200",
    "public, reader, 200",
    "public, submitter, 200",
    "restricted, '', 404",
    "restricted, submitter, 404",
    "restricted, reader, 200",
    "restricted, curator, 200",
    "restricted, operator, 200",
    "embargoed, '', 404",
    "embargoed, reader, 404",
    "embargoed, submitter, 404",
    "embargoed, curator, 200",
    "embargoed, operator, 200",
    "over, '', 200",
  })
  void showsADocumentToWhoMaySeeIt(String level, String role, int status) {
    // Given
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String access =
        switch (level) {
          case "embargoed" ->
              "{\"level\": \"embargoed\", \"until\": \"" + today.plusDays(2) + "\"}";
          case "over" -> "{\"level\": \"embargoed\", \"until\": \"" + today + "\"}";
          default -> "{\"level\": \"" + level + "\"}";
        };
    String owner = TokenIssuer.tokenOf("owner", "submitter");
    Submitted document =
        submitted(
            given()
                .auth()
                .oauth2(owner)
                .multiPart("record", recordWithAccess(access), "application/json")
                .multiPart("scan", "p.pdf", Papers.pdf(1), "application/pdf")
                .post("/v1/documents"));
    // When
    for (String path :
        List.of("/v1/documents/" + document.documentId(), "/v1/ingests/" + document.ingestId())) {
      RequestSpecification request = role.isEmpty() ? given() : as(role);
      request.get(path).then().statusCode(status);
      given().auth().oauth2(owner).get(path).then().statusCode(200);
    }
    // Then
    RequestSpecification list = role.isEmpty() ? given() : as(role);
    boolean listed =
        list.queryParam("limit", 200)
            .get("/v1/documents")
            .jsonPath()
            .getList("documents.documentId")
            .contains(document.documentId());
    assertEquals(status == 200, listed);
    if (status == 404 && "submitter".equals(role)) {
      as(role).delete("/v1/documents/" + document.documentId()).then().statusCode(404);
      as(role).post("/v1/documents/" + document.documentId() + "/reprocess").then().statusCode(404);
    }
  }

  @Test
  void isRestrictedUnlessTheRecordSaysOtherwise() {
    Submitted document = submit("{\"title\": \"Nota\", \"originalLanguage\": \"es\"}", 1);
    given().get("/v1/documents/" + document.documentId()).then().statusCode(404);
    as("reader")
        .get("/v1/documents/" + document.documentId())
        .then()
        .statusCode(200)
        .body("record.access.level", equalTo("restricted"));
  }

  private static io.restassured.response.Response patch(String path, String revision, String body) {
    return as("curator")
        .header("If-Match", revision)
        .contentType("application/merge-patch+json")
        .body(body)
        .patch(path);
  }

  private List<ConsumerRecord<String, byte[]>> events(String documentId, int count) {
    try (Pipeline pipeline = new Pipeline(bootstrapServers)) {
      await().until(() -> pipeline.messages("cotejo.documents", documentId).size() >= count);
      List<ConsumerRecord<String, byte[]>> events =
          pipeline.messages("cotejo.documents", documentId);
      assertEquals(count, events.size());
      assertTrue(events.get(0).offset() < events.get(1).offset());
      return events;
    }
  }
}
