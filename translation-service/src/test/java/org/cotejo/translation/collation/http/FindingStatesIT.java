package org.cotejo.translation.collation.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.translation.bitext.DocumentFixture;
import org.cotejo.translation.bitext.DocumentFlow;
import org.cotejo.translation.bitext.TestTokens;
import org.junit.jupiter.api.Test;

/** Curators settle findings, and what they said stays when the document is processed again. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "translation")
    })
@WithTestResource(TestTokens.class)
class FindingStatesIT extends DocumentFlow {
  private static final String FINDINGS = "/bitexts/en/findings";
  private static final String NUMBERS = FINDINGS + "?rule=number";
  private static final String DIFFERENT =
      DocumentFixture.ENGLISH.replace("45 letters", "54 letters");

  @Test
  void acceptedFindingKeepsItsStateThroughAnotherReadingAndIsKeptWhenItIsGone() {
    // Given
    align(1, DIFFERENT, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    Response list = as("curator", NUMBERS);
    String key = list.jsonPath().getString("findings[0].key");
    list.then().body("findings[0].state", equalTo("open"));
    // When
    Response accepted =
        change(
            "curator", key, list.header("ETag"), "{'state':'accepted','note':'The scan has 45.'}");
    // Then
    accepted
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("note", equalTo("The scan has 45."))
        .body("author", equalTo("tester"))
        .body("history", hasSize(1));
    assertTrue(
        Instant.parse(accepted.jsonPath().getString("changedAt"))
            .isAfter(Instant.now().minusSeconds(60)));
    assertEquals(accepted.header("ETag"), as("curator", NUMBERS).header("ETag"));
    assertNotEquals(list.header("ETag"), accepted.header("ETag"));
    as("operator", NUMBERS + "&state=open").then().body("findings", hasSize(0));
    as("operator", NUMBERS + "&state=accepted").then().body("findings.key", hasItem(key));
    // When it is processed again, with a sentence more in front and a letter misread beside it
    String[] again = DocumentFixture.PAGE_2.clone();
    again[3] = again[3].replace("entregó", "entregc");
    String[] more = DocumentFixture.PAGE_1.clone();
    more[6] = "   Llovía. El cónsul Ruiz llegó el lunes a Puerto Claro con tres cajas";
    align(2, DIFFERENT, more, again);
    // Then
    as("curator", NUMBERS)
        .then()
        .body("revision", equalTo(2))
        .body("findings.findAll { it.key == '" + key + "' }.state", equalTo(List.of("accepted")));
    // When the translation is set right
    align(3, DocumentFixture.ENGLISH, more, again);
    // Then
    as("curator", FINDINGS).then().body("findings.key", not(hasItem(key)));
    as("curator", FINDINGS + "?state=gone")
        .then()
        .body("findings.key", equalTo(List.of(key)))
        .body("findings[0].gone", equalTo(true))
        .body("findings[0].state", equalTo("accepted"))
        .body("findings[0].source.text", equalTo("45"));
    as("curator", FINDINGS + "/" + key).then().statusCode(200).body("history", hasSize(1));
  }

  @Test
  void everyChangeIsKeptAndCanBeUndone() {
    // Given
    align(1, DIFFERENT, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    String key = as("curator", NUMBERS).jsonPath().getString("findings[0].key");
    said(key, "{'state':'dismissed'}").body("state", equalTo("dismissed"));
    said(key, "{'state':'accepted','note':'No, it is wrong.'}").body("history", hasSize(2));
    // When and then
    said(key, "{'undo':true}").body("state", equalTo("dismissed")).body("history", hasSize(3));
    said(key, "{'undo':true}")
        .body("state", equalTo("open"))
        .body("author", nullValue())
        .body("history.state", equalTo(List.of("dismissed", "accepted", "dismissed", "open")));
    change("curator", key, tag(), "{'undo':true}")
        .then()
        .statusCode(422)
        .body("findings[0].code", equalTo("finding.nothing-to-undo"))
        .body("findings[0].field", equalTo("undo"));
  }

  @Test
  void changesAreRefusedWithTheirReason() {
    // Given
    align(1, DIFFERENT, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    String key = as("curator", NUMBERS).jsonPath().getString("findings[0].key");
    String seen = tag();
    String dismissed = "{'state':'dismissed'}";
    // When and then
    refused(change("curator", key, seen, "{'state':'accepted'}"), "finding.note-missing", "note");
    refused(change("curator", key, seen, "{'state':'done'}"), "finding.state-unknown", "state");
    refused(
        change("curator", key, seen, "{'undo':true,'state':'open'}"), "finding.undo-only", "undo");
    refused(
        change("curator", key, seen, "{'state':'dismissed','note':'" + "x".repeat(4001) + "'}"),
        "finding.note-too-long",
        "note");
    change("curator", key, seen, "{'state'").then().statusCode(400);
    change("operator", key, seen, dismissed).then().statusCode(403);
    change("curator", "0".repeat(20), seen, dismissed).then().statusCode(404);
    unconditional(key, dismissed).then().statusCode(428).body("code", equalTo("if-match.missing"));
    // When another curator was faster
    change("curator", key, seen, dismissed).then().statusCode(200);
    change("curator", key, seen, "{'state':'open'}")
        .then()
        .statusCode(412)
        .contentType("application/problem+json")
        .body("code", equalTo("etag.stale"));
    as("curator", FINDINGS + "/" + key).then().body("history", hasSize(1));
    as("curator", FINDINGS + "?state=nonsense").then().statusCode(400);
  }

  private static void refused(Response response, String code, String field) {
    response
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("findings[0].code", equalTo(code))
        .body("findings[0].field", equalTo(field));
  }

  private io.restassured.response.ValidatableResponse said(String key, String body) {
    return change("curator", key, tag(), body).then().statusCode(200);
  }

  private String tag() {
    return as("curator", FINDINGS).header("ETag");
  }

  private Response change(String role, String key, String tag, String body) {
    return given()
        .auth()
        .oauth2(TestTokens.token(role, privateKey))
        .contentType(ContentType.JSON)
        .header("If-Match", tag)
        .body(body.replace('\'', '"'))
        .patch(path(FINDINGS + "/" + key));
  }

  private Response unconditional(String key, String body) {
    return given()
        .auth()
        .oauth2(TestTokens.token("curator", privateKey))
        .contentType(ContentType.JSON)
        .body(body.replace('\'', '"'))
        .patch(path(FINDINGS + "/" + key));
  }

  private void align(int revision, String english, String[] first, String[] second) {
    pages(document.transcribed(revision, 1, first), document.transcribed(revision, 2, second));
    documents(
        document.accessioned(
            revision, DocumentFixture.access("public"), english.getBytes(StandardCharsets.UTF_8)));
    aligned(revision);
  }
}
