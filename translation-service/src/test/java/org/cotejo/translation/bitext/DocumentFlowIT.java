package org.cotejo.translation.bitext;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventEnvelope;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.ObjectKey;
import org.cotejo.translation.exchange.translation.OfficeFiles;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "translation")
    })
@WithTestResource(TestTokens.class)
class DocumentFlowIT extends DocumentFlow {
  private static final String FINDINGS = "/bitexts/en/findings";
  private static final byte[] ENGLISH = DocumentFixture.ENGLISH.getBytes(StandardCharsets.UTF_8);

  @Test
  void alignsWhenPagesComeBeforeTheirDocumentAndEveryEventComesTwice() {
    // Given
    EventEnvelope second = document.transcribed(1, 2, DocumentFixture.PAGE_2);
    EventEnvelope first = document.transcribed(1, 1, DocumentFixture.PAGE_1);
    EventEnvelope accessioned = document.accessioned(1, DocumentFixture.access("public"), ENGLISH);
    // When
    pages(second, second, first);
    documents(accessioned, accessioned);
    pages(first);
    // Then
    EventEnvelope aligned = aligned(1).getFirst();
    Contract.event("document.aligned").requireValid(codec.encode(aligned));
    assertEquals(1, aligned.revision());
    assertEquals("ingest-1", aligned.ingestId());
    filesAreValid(aligned.data());
    bitextIsServed();
    texts();
    exports();
    bitextIsServedInEveryFormat();
    nothingMoreIsSaid(1);
  }

  @Test
  void servesNothingToThoseWhoMayNotSeeIt() {
    // Given
    pages(
        document.transcribed(1, 1, DocumentFixture.PAGE_1),
        document.transcribed(1, 2, DocumentFixture.PAGE_2));
    documents(document.accessioned(1, DocumentFixture.access("embargoed"), ENGLISH));
    aligned(1);
    // When and then
    get("/bitexts/en").then().statusCode(404).contentType("application/problem+json");
    as("reader", "/bitexts/en").then().statusCode(404);
    as("curator", "/bitexts/en").then().statusCode(200);
    get("/transcription?format=pdf").then().statusCode(404);
    get("/bitexts/en.tmx").then().statusCode(404);
    as("curator", "/pages/1/transcription?format=pdf").then().statusCode(200);
    // When the access changes it holds at once, before the new revision is aligned
    documents(document.accessioned(2, DocumentFixture.access("restricted"), ENGLISH));
    await().atMost(PATIENCE).until(() -> as("reader", "/bitexts/en").statusCode() == 200);
    get("/bitexts/en").then().statusCode(404);
    // When it is withdrawn nobody sees it
    documents(document.withdrawn(3));
    await().atMost(PATIENCE).until(() -> as("curator", "/bitexts/en").statusCode() == 404);
  }

  @Test
  void plantedDifferenceIsServedToThoseWhoCheckTranslations() {
    // Given: 45 letters in the original, 54 in the translation
    String english = DocumentFixture.ENGLISH.replace("45 letters", "54 letters");
    pages(
        document.transcribed(1, 1, DocumentFixture.PAGE_1),
        document.transcribed(1, 2, DocumentFixture.PAGE_2));
    documents(
        document.accessioned(
            1, DocumentFixture.access("public"), english.getBytes(StandardCharsets.UTF_8)));
    aligned(1);
    // When
    JsonPath answer =
        as("curator", FINDINGS + "?rule=number&severity=error")
            .then()
            .statusCode(200)
            .body("findings", hasSize(1))
            .extract()
            .jsonPath();
    // Then
    numberIsFound(answer, english);
    as("operator", FINDINGS)
        .then()
        .statusCode(200)
        .body("findings.key", hasItem(answer.getString("findings[0].key")));
    as("curator", FINDINGS + "?rule=number&severity=note")
        .then()
        .statusCode(200)
        .body("findings", hasSize(0));
    findingsAreRefused();
    // When it is withdrawn nobody sees it
    documents(document.withdrawn(2));
    await().atMost(PATIENCE).until(() -> as("curator", FINDINGS).statusCode() == 404);
  }

  private void numberIsFound(JsonPath answer, String english) {
    String finding = "findings[0].";
    assertEquals("number", answer.getString(finding + "rule"));
    assertEquals("error", answer.getString(finding + "severity"));
    assertTrue(answer.getString(finding + "key").matches("[0-9a-f]{20}"));
    assertTrue(answer.getString(finding + "message").contains("45"));
    assertEquals("45", answer.getString(finding + "source.text"));
    // The fourth line of the second page, from its 38th character on.
    assertEquals(
        List.of(Map.of("page", 2, "x", 1288, "y", 356, "width", 52, "height", 40)),
        answer.getList(finding + "source.boxes"));
    assertEquals(List.of("s5"), answer.getList(finding + "source.segments"));
    assertEquals(List.of("t5"), answer.getList(finding + "target.segments"));
    assertEquals(
        answer.getString(finding + "target.text"),
        english
            .strip()
            .replace("\n\n", "\n")
            .substring(
                answer.getInt(finding + "target.start"), answer.getInt(finding + "target.end")));
  }

  private void findingsAreRefused() {
    String problem = "application/problem+json";
    as("reader", FINDINGS).then().statusCode(403).contentType(problem);
    get(FINDINGS).then().statusCode(401).contentType(problem);
    as("curator", "/bitexts/fr/findings").then().statusCode(404).contentType(problem);
    as("curator", FINDINGS + "?rule=nonsense")
        .then()
        .statusCode(400)
        .contentType(problem)
        .body("code", equalTo("filter.unknown"));
    as("curator", FINDINGS + "?severity=grave").then().statusCode(400).contentType(problem);
    String curator = TestTokens.token("curator", privateKey);
    String tag = as("curator", FINDINGS).header("ETag");
    given()
        .auth()
        .oauth2(curator)
        .header("If-None-Match", tag)
        .get(path(FINDINGS))
        .then()
        .statusCode(304);
    given()
        .auth()
        .oauth2(curator)
        .get("/v1/documents/" + UUID.randomUUID() + FINDINGS)
        .then()
        .statusCode(404)
        .contentType(problem);
  }

  @Test
  void transcriptionMadeByPeopleIsSetOntoTheScan() {
    // Given: the recogniser misread a word and lost another
    String[] second = DocumentFixture.PAGE_2.clone();
    second[3] = second[3].replace("capitán", "cap1tam").replace("entregó", "       ");
    String supplied =
        String.join("\n", DocumentFixture.PAGE_1)
            + "\f"
            + String.join("\n", DocumentFixture.PAGE_2);
    pages(document.transcribed(1, 1, DocumentFixture.PAGE_1), document.transcribed(1, 2, second));
    // When
    documents(
        document.accessionedWithTranscription(
            1, supplied.getBytes(StandardCharsets.UTF_8), ENGLISH));
    // Then
    EventEnvelope aligned = aligned(1).getFirst();
    Contract.event("document.aligned").requireValid(codec.encode(aligned));
    JsonNode page = aligned.data().path("pages").path(1);
    Contract.object("transcription").requireValid(file(page.path("transcription")));
    Contract.object("transcription").requireValid(file(page.path("recognition")));
    get("/reading-text")
        .then()
        .body("text", containsString("El capitán Moreno entregó 45 cartas."));
    get("/pages/2/transcription")
        .then()
        .body("engine.name", equalTo("person"))
        .body("regions[0].lines[2].words[3].text", equalTo("capitán"))
        .body("regions[0].lines[2].words[3].placement", equalTo("substituted"))
        .body("regions[0].lines[2].words[5].text", equalTo("entregó"))
        .body("regions[0].lines[2].words[5].placement", equalTo("interpolated"));
    get("/pages/2/transcription?by=engine")
        .then()
        .body("engine.name", equalTo("typed"))
        .body("regions[0].lines[2].words[3].text", equalTo("cap1tam"));
    get("/transcription?by=engine&format=text").then().body(containsString("cap1tam"));
    get("/transcription?by=somebody").then().statusCode(400).body("code", equalTo("by.unknown"));
    // A click on the sentence lights its words, the one that was not read among them.
    JsonPath bitext = get("/bitexts/en").jsonPath();
    List<String> sources = bitext.getList("source.segments.text");
    int sentence = sources.indexOf("El capitán Moreno entregó 45 cartas.");
    assertTrue(sentence >= 0, () -> "segments are " + sources);
    assertEquals(List.of(2), bitext.getList("source.segments[" + sentence + "].boxes.page"));
  }

  @Test
  void teiSubmittedWithTheScansIsTheTranscription() {
    // Given: the recogniser misread a word that the edition has, and the editor corrects another
    String[] second = DocumentFixture.PAGE_2.clone();
    second[4] = second[4].replace("gobernador", "qobernad0r");
    String tei =
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body><pb/><p>"
            + String.join("<lb/>", DocumentFixture.PAGE_1)
            + "</p><pb/><p>"
            + String.join("<lb/>", DocumentFixture.PAGE_2)
                .replace(
                    "Nadie", "<choice><sic>Nadie</sic><corr>Ninguno</corr></choice><note>!</note>")
            + "</p></body></text></TEI>";
    pages(document.transcribed(1, 1, DocumentFixture.PAGE_1), document.transcribed(1, 2, second));
    // When
    documents(
        document.accessionedWithTranscription(1, tei.getBytes(StandardCharsets.UTF_8), ENGLISH));
    // Then
    aligned(1);
    get("/pages/2/transcription").then().body("engine.name", equalTo("person"));
    get("/reading-text")
        .then()
        .body(
            "text",
            containsString(
                "--El gobernador preguntó si las cajas estaban cerradas. Nadie contestó."));
  }

  @Test
  void brokenMarkupFailsWithItsPlace() {
    // When
    documents(
        document.accessionedWithTranscription(
            1, "<alto>\n<Layout>\n</alto>".getBytes(StandardCharsets.UTF_8)));
    pages(
        document.transcribed(1, 1, DocumentFixture.PAGE_1),
        document.transcribed(1, 2, DocumentFixture.PAGE_2));
    // Then
    await().atMost(PATIENCE).until(() -> poll().stream().anyMatch(this::isStageFailure));
    EventEnvelope failure = seen.stream().filter(this::isStageFailure).findFirst().orElseThrow();
    JsonNode reason = failure.data().path("reason");
    assertEquals("transcription.broken", reason.path("code").asText());
    assertTrue(reason.path("message").asText().contains("line 3"), reason::toString);
  }

  @Test
  void transcriptionThatIsNoTextFailsWithItsReason() {
    // When
    documents(document.accessionedWithTranscription(1, new byte[] {0, 1, 2, 0, 7}));
    pages(
        document.transcribed(1, 1, DocumentFixture.PAGE_1),
        document.transcribed(1, 2, DocumentFixture.PAGE_2));
    // Then
    await().atMost(PATIENCE).until(() -> poll().stream().anyMatch(this::isStageFailure));
    EventEnvelope failure = seen.stream().filter(this::isStageFailure).findFirst().orElseThrow();
    assertEquals("transcription.undecodable", failure.data().path("reason").path("code").asText());
  }

  @Test
  void olderRevisionChangesNothingAndNewerOneAlignsAgain() {
    // Given
    pages(
        document.transcribed(2, 1, DocumentFixture.PAGE_1),
        document.transcribed(2, 2, DocumentFixture.PAGE_2));
    documents(document.accessioned(2, DocumentFixture.access("public"), ENGLISH));
    aligned(1);
    // When
    documents(document.accessioned(1, DocumentFixture.access("restricted")));
    pages(document.failed(1, 1), document.failed(1, 2));
    pages(document.failed(3, 2), document.transcribed(3, 1, DocumentFixture.PAGE_1));
    documents(document.accessioned(3, DocumentFixture.access("public")));
    // Then
    EventEnvelope latest = aligned(2).getLast();
    assertEquals(3, latest.revision());
    assertEquals("[2]", latest.data().path("pagesFailed").toString());
    assertEquals(0, latest.data().path("bitexts").size());
    get("/bitexts").then().statusCode(200).body("bitexts", hasSize(0));
    get("/bitexts/en").then().statusCode(404).body("code", equalTo("not-found"));
    get("/pages/2/transcription").then().statusCode(404);
  }

  @Test
  void documentWhosePagesAllFailedPassesWithAnEmptyText() {
    // When
    documents(document.accessioned(1, DocumentFixture.access("public"), ENGLISH));
    pages(document.failed(1, 1), document.failed(1, 2));
    // Then
    JsonNode data = aligned(1).getFirst().data();
    Contract.event("document.aligned").requireValid(codec.encode(seen.getFirst()));
    assertEquals(2, data.path("pagesFailed").size());
    get("/reading-text").then().statusCode(200).body("text", equalTo(""));
    get("/bitexts/en").then().statusCode(200).body("links", hasSize(0));
  }

  @Test
  void translationThatIsNoTextFailsWithItsReason() {
    // When
    documents(
        document.accessioned(1, DocumentFixture.access("public"), new byte[] {0, 1, 2, 3, 0, 7}));
    pages(
        document.transcribed(1, 1, DocumentFixture.PAGE_1),
        document.transcribed(1, 2, DocumentFixture.PAGE_2));
    // Then
    await().atMost(PATIENCE).until(() -> poll().stream().anyMatch(this::isStageFailure));
    EventEnvelope failure = seen.stream().filter(this::isStageFailure).findFirst().orElseThrow();
    Contract.event("stage.failed").requireValid(codec.encode(failure));
    assertEquals("translation.binary", failure.data().path("reason").path("code").asText());
    assertTrue(seen.stream().noneMatch(this::isAligned));
    get("/reading-text").then().statusCode(404);
  }

  @Test
  void exportedBitextSubmittedAsATranslationKeepsItsSegments() {
    // Given: a translation and what is exported of its bitext
    pages(
        document.transcribed(1, 1, DocumentFixture.PAGE_1),
        document.transcribed(1, 2, DocumentFixture.PAGE_2));
    documents(document.accessioned(1, DocumentFixture.access("public"), ENGLISH));
    aligned(1);
    List<String> segments = get("/bitexts/en").jsonPath().getList("target.segments.text");
    long revision = 1;
    for (String extension : List.of("tmx", "xlf", "tei")) {
      byte[] export =
          get("/bitexts/en." + extension).then().statusCode(200).extract().asByteArray();
      // When
      revision++;
      pages(
          document.transcribed(revision, 1, DocumentFixture.PAGE_1),
          document.transcribed(revision, 2, DocumentFixture.PAGE_2));
      documents(document.accessioned(revision, DocumentFixture.access("public"), export));
      aligned((int) revision);
      // Then
      assertEquals(
          segments, get("/bitexts/en").jsonPath().getList("target.segments.text"), extension);
    }
  }

  @Test
  void brokenOfficeFileFailsWithItsPlace() {
    // When
    documents(
        document.accessioned(
            1, DocumentFixture.access("public"), OfficeFiles.docx("<w:p>\n<w:r></w:p>")));
    pages(
        document.transcribed(1, 1, DocumentFixture.PAGE_1),
        document.transcribed(1, 2, DocumentFixture.PAGE_2));
    // Then
    await().atMost(PATIENCE).until(() -> poll().stream().anyMatch(this::isStageFailure));
    EventEnvelope failure = seen.stream().filter(this::isStageFailure).findFirst().orElseThrow();
    JsonNode reason = failure.data().path("reason");
    assertEquals("translation.broken", reason.path("code").asText());
    assertTrue(
        reason.path("message").asText().contains("word/document.xml of the package at line 4"),
        reason::toString);
  }

  @Test
  void healthMetricsAndDescriptionAreServed() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("cotejo_outbox_pending"));
    given()
        .accept(ContentType.JSON)
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths.keySet()", hasItem("/v1/documents/{id}/bitexts/{language}"));
  }

  private void bitextIsServed() {
    String tag = get("/bitexts/en").then().statusCode(200).extract().header("ETag");
    given().header("If-None-Match", tag).get(path("/bitexts/en")).then().statusCode(304);
    JsonPath answer = get("/bitexts/en").jsonPath();
    List<String> sources = answer.getList("source.segments.text");
    List<String> targets = answer.getList("target.segments.text");
    String joined =
        "Dijo que el barco había salido de Valdora con dos semanas de retraso y que los pasajeros"
            + " no tenían noticias de ninguna clase.";
    int split = sources.indexOf(joined);
    assertTrue(split > 0, () -> "segments are " + sources);
    assertEquals(List.of(1, 1, 2), pagesOf(answer, split));
    assertEquals("s" + (split + 1), linkedTo(answer, "t" + (index(targets, "He said") + 1)));
    assertEquals(
        "s" + (index(sources, "--El gobernador") + 1),
        linkedTo(answer, "t" + (index(targets, "The governor") + 1)));
    assertEquals("square", answer.getString("annotations[0].kind"));
    assertEquals("A. Vega", answer.getString("translator"));
    get("/bitexts").then().body("bitexts[0].language", equalTo("en"));
  }

  private static List<Integer> pagesOf(JsonPath answer, int segment) {
    return answer.getList("source.segments[" + segment + "].boxes.page");
  }

  private static int index(List<String> texts, String beginning) {
    for (int k = 0; k < texts.size(); k++) {
      if (texts.get(k).startsWith(beginning)) {
        return k;
      }
    }
    throw new AssertionError("no segment begins with " + beginning + " among " + texts);
  }

  private static String linkedTo(JsonPath answer, String target) {
    List<Map<String, List<String>>> links = answer.getList("links");
    return links.stream()
        .filter(link -> link.get("target").contains(target))
        .map(link -> link.get("source").getFirst())
        .findFirst()
        .orElse("nothing");
  }

  private void texts() {
    given()
        .accept("text/plain")
        .get(path("/transcription"))
        .then()
        .statusCode(200)
        .contentType(startsWith("text/plain"))
        .body(containsString("noticias de nin-\n"));
    get("/transcription").then().body("pages", hasSize(2)).body("pages[1].page", equalTo(2));
    get("/pages/2/transcription")
        .then()
        .body("regions[0].lines[1].words[0].text", equalTo("--2--"));
    get("/reading-text")
        .then()
        .body("text", not(containsString("--2--")))
        .body("furniture.type", hasItem("page-number"));
    given().get("/v1/documents/nonsense/bitexts").then().statusCode(404);
    given().auth().oauth2("nonsense").get(path("/bitexts")).then().statusCode(401);
  }

  private void exports() {
    Map<String, String> types =
        Map.of(
            "alto", "application/alto+xml",
            "hocr", "text/vnd.hocr+html",
            "page", "application/vnd.prima.page+xml",
            "text", "text/plain",
            "pdf", "application/pdf",
            "json", "application/json");
    types.forEach(
        (format, type) -> {
          String page = "/pages/2/transcription";
          get(page + "?format=" + format).then().statusCode(200).contentType(startsWith(type));
          given().accept(type).get(path(page)).then().statusCode(200).contentType(startsWith(type));
        });
    assertEquals(2, get("/transcription?format=alto").xmlPath().getInt("alto.Layout.Page.size()"));
    get("/transcription?format=page").then().statusCode(200).contentType("application/zip");
    byte[] pdf = get("/transcription?format=pdf").then().statusCode(200).extract().asByteArray();
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    String tag = get("/transcription?format=pdf").header("ETag");
    given()
        .header("If-None-Match", tag)
        .get(path("/transcription?format=pdf"))
        .then()
        .statusCode(304);
    get("/transcription?format=docx")
        .then()
        .statusCode(400)
        .body("code", equalTo("format.unknown"));
    given().accept("image/png").get(path("/transcription")).then().statusCode(406);
    get("/pages/3/transcription?format=alto").then().statusCode(404);
  }

  private void bitextIsServedInEveryFormat() {
    Map<String, String> types =
        Map.of(
            "tmx", "application/x-tmx+xml",
            "xlf", "application/xliff+xml",
            "tei", "application/tei+xml",
            "txt", "text/plain",
            "json", "application/json");
    types.forEach(
        (extension, type) -> {
          String named = "/bitexts/en." + extension;
          String tag =
              get(named)
                  .then()
                  .statusCode(200)
                  .contentType(startsWith(type))
                  .body(containsString("Nadie contest"))
                  .extract()
                  .header("ETag");
          given().header("If-None-Match", tag).get(path(named)).then().statusCode(304);
          given()
              .accept(type)
              .get(path("/bitexts/en"))
              .then()
              .statusCode(200)
              .contentType(startsWith(type))
              .header("ETag", equalTo(tag));
        });
    String problem = "application/problem+json";
    get("/bitexts/en.docx")
        .then()
        .statusCode(406)
        .contentType(problem)
        .body("code", equalTo("format.not-acceptable"));
    given()
        .accept("image/png")
        .get(path("/bitexts/en"))
        .then()
        .statusCode(406)
        .contentType(problem)
        .body("code", equalTo("format.not-acceptable"));
    get("/bitexts/fr.tmx").then().statusCode(404);
    assertEquals(
        "surrogates/" + document.id + "/1.jpg",
        get("/bitexts/en.tei").xmlPath().getString("TEI.facsimile.surface[0].graphic.@url"));
  }

  private void filesAreValid(JsonNode data) {
    Contract.object("reading-text").requireValid(file(data.path("readingText")));
    data.path("bitexts").forEach(bitext -> Contract.object("bitext").requireValid(file(bitext)));
    // Events that come at once may make two alignments due; the last one is said.
    try (Stream<ObjectKey> kept = store.list("documents/" + document.id + "/alignments/")) {
      assertTrue(kept.anyMatch(key -> key.value().contains("/alignments/0000000001-")));
    }
  }
}
