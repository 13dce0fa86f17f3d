package org.cotejo.ingest.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Submits papers as a client does. */
public final class Client {
  /** A record of the least that is needed. */
  public static final String RECORD =
      """
      {"title": "Informe sobre el puerto", "originalLanguage": "es",
       "date": {"edtf": "1962-12-02", "printed": "2 de diciembre de 1962"},
       "collection": "Puertos", "access": {"level": "public"}}""";

  private Client() {}

  /** What was accepted. */
  public record Submitted(String documentId, String ingestId) {}

  /** A request with a token of these roles. */
  public static RequestSpecification as(String... roles) {
    return given().header("Authorization", "Bearer " + TokenIssuer.token(roles));
  }

  /** Submits a PDF. */
  public static Submitted submit(int pages) {
    return submit(RECORD, pages);
  }

  /** Submits a PDF with a record. */
  public static Submitted submit(String record, int pages) {
    return submitted(
        as("submitter")
            .multiPart("record", record, "application/json")
            .multiPart("scan", "paper.pdf", Papers.pdf(pages), "application/pdf")
            .post("/v1/documents"));
  }

  /** The ids of an answer 202. */
  public static Submitted submitted(Response response) {
    var json = response.then().statusCode(202).extract().jsonPath();
    return new Submitted(
        UUID.fromString(json.getString("documentId")).toString(),
        UUID.fromString(json.getString("ingestId")).toString());
  }

  /** A record of an access level. */
  public static String recordWithAccess(String access) {
    return "{\"title\": \"Nota\", \"originalLanguages\": [\"es\"], \"access\": " + access + "}";
  }
}
