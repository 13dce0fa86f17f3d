package org.cotejo.ingest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.cotejo.ingest.testing.Client.RECORD;
import static org.cotejo.ingest.testing.Client.as;
import static org.cotejo.ingest.testing.Client.submitted;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.contracts.Contract;
import org.cotejo.ingest.testing.Client.Submitted;
import org.cotejo.ingest.testing.Papers;
import org.cotejo.ingest.testing.Pipeline;
import org.cotejo.ingest.testing.TokenIssuer;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "ingest")
    })
@WithTestResource(TokenIssuer.class)
class AccessionIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject ObjectStore objects;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @TestHTTPResource("/")
  URI root;

  @TempDir java.nio.file.Path folder;

  private Pipeline pipeline;

  @BeforeEach
  void connect() {
    pipeline = new Pipeline(bootstrapServers);
  }

  @AfterEach
  void disconnect() {
    pipeline.close();
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void acceptsARecordWithScansATranslationAndATranscription() throws Exception {
    // Given
    byte[] pdf = Papers.pdf(2);
    // When
    Response response =
        as("submitter")
            .multiPart("record", RECORD, "application/json")
            .multiPart("scan", "../one.pdf", pdf, "application/pdf")
            .multiPart("scan", "two.tif", Papers.tiff(3), "image/tiff")
            .multiPart("scan", "three.jpg", Papers.jpeg(), "image/jpeg")
            .multiPart("translation.en", "en.txt", Papers.text("Report on the port."))
            .multiPart("translator.en", "A. Person")
            .multiPart("transcription", "es.txt", Papers.text("Informe sobre el puerto."))
            .post("/v1/documents");
    // Then
    Submitted submitted = submitted(response);
    response
        .then()
        .header(
            "Location", org.hamcrest.Matchers.endsWith("/v1/documents/" + submitted.documentId()))
        .header("Link", "</v1/ingests/" + submitted.ingestId() + ">; rel=\"ingest\"")
        .body("revision", equalTo(1))
        .body("links.ingest", equalTo("/v1/ingests/" + submitted.ingestId()));
    given()
        .get("/v1/documents/" + submitted.documentId())
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("state", equalTo("in-flight"))
        .body("pageCount", equalTo(6))
        .body("record.date.printed", equalTo("2 de diciembre de 1962"))
        .body("originals.fileName", equalTo(List.of("one.pdf", "two.tif", "three.jpg")))
        .body("originals.pageCount", equalTo(List.of(2, 3, 1)))
        .body("translations[0].language", equalTo("en"))
        .body("translations[0].translator", equalTo("A. Person"));
    given()
        .get("/v1/ingests/" + submitted.ingestId())
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("pages", hasSize(6))
        .body(
            "stages.stage",
            equalTo(List.of("surrogates", "recognition", "alignment", "projection")));
    assertArrayEquals(
        pdf, objects.read(new ObjectKey("originals/" + Digest.of(pdf).hex()), 1_000_000));
    ConsumerRecord<String, byte[]> event = event(submitted.documentId());
    Contract.event("document.accessioned").requireValid(event.value());
    JsonNode data = JSON.readTree(event.value()).get("data");
    byte[] record = objects.read(new ObjectKey(data.at("/record/objectKey").asText()), 100_000);
    Contract.object("record").requireValid(record);
    assertEquals(data.at("/record/digest").asText(), Digest.of(record).toString());
  }

  @Test
  void refusesTextThatIsNamedPdf() {
    as("submitter")
        .multiPart("record", RECORD, "application/json")
        .multiPart("scan", "paper.pdf", Papers.text("Excelentísimo señor"), "application/pdf")
        .post("/v1/documents")
        .then()
        .statusCode(422)
        .contentType(startsWith("application/problem+json"))
        .body("code", equalTo("submission.invalid"))
        .body("findings.code", equalTo(List.of("scan.format-unknown")))
        .body("findings.field", equalTo(List.of("scan[1]")));
  }

  @Test
  void refusesATiffThatWasCutOff() {
    as("submitter")
        .multiPart("record", RECORD, "application/json")
        .multiPart("scan", "paper.tif", Papers.cut(Papers.tiff(3)), "image/tiff")
        .post("/v1/documents")
        .then()
        .statusCode(422)
        .body("findings.code", equalTo(List.of("scan.truncated")));
  }

  @Test
  void refusesARecordWithoutTitleAndWithABrokenDate() {
    as("submitter")
        .multiPart(
            "record",
            "{\"originalLanguage\": \"es\", \"date\": \"1962-02-30\"}",
            "application/json")
        .multiPart("scan", "paper.pdf", Papers.pdf(1), "application/pdf")
        .post("/v1/documents")
        .then()
        .statusCode(422)
        .contentType(startsWith("application/problem+json"))
        .body("findings.code", containsInAnyOrder("record.title-missing", "record.date-invalid"))
        .body("findings.field", containsInAnyOrder("record.title", "record.date"));
  }

  @Test
  void listsAllFaultsOfASubmissionAtOnce() {
    as("submitter")
        .multiPart("record", "{\"date\": \"never\", \"colour\": 1}", "application/json")
        .multiPart("scan", "a.pdf", Papers.text("no"), "application/pdf")
        .multiPart("scan", "b.pdf", Papers.pdf(1), "application/pdf")
        .multiPart("scan", "c.tif", Papers.cut(Papers.tiff(2)), "image/tiff")
        .multiPart("scan-upload", UUID.randomUUID().toString())
        .multiPart("translation.xx-nonsense-", "t.txt", Papers.text("x"))
        .multiPart("translation.en", "e.txt", new byte[] {0, 1, 2, 3, 4, 5, 6, 7})
        .multiPart("translator.de", "Nobody")
        .multiPart("oops", "1")
        .post("/v1/documents")
        .then()
        .statusCode(422)
        .body(
            "findings.code",
            hasItems(
                "record.title-missing",
                "record.language-missing",
                "record.date-invalid",
                "record.field-unknown",
                "scan.format-unknown",
                "scan.truncated",
                "upload.unknown",
                "translation.language-invalid",
                "text.not-plain",
                "translator.without-translation",
                "submission.part-unknown"));
  }

  @Test
  void translationIsKeptUnderTheMediaTypeOfWhatItIs() {
    // Given: names and types that say something else
    byte[] tmx = "<tmx version=\"1.4\"><body/></tmx>".getBytes(StandardCharsets.UTF_8);
    byte[] alto = "<?xml version=\"1.0\"?><alto/>".getBytes(StandardCharsets.UTF_8);
    byte[] rtf = "{\\rtf1 Dear Sir}".getBytes(StandardCharsets.UTF_8);
    String record = "{\"title\": \"Carta\", \"originalLanguage\": \"es\"}";
    // When
    String id =
        as("submitter")
            .multiPart("record", record, "application/json")
            .multiPart("scan", "a.pdf", Papers.pdf(1), "application/pdf")
            .multiPart("translation.en", "e.txt", tmx, "text/plain")
            .multiPart("transcription", "t.docx", alto, "application/msword")
            .post("/v1/documents")
            .then()
            .statusCode(202)
            .extract()
            .path("documentId");
    // Then
    as("curator")
        .get("/v1/documents/" + id)
        .then()
        .statusCode(200)
        .body("translations.mediaType", equalTo(List.of("application/x-tmx+xml")))
        .body("transcriptions.mediaType", equalTo(List.of("application/alto+xml")));
    as("submitter")
        .multiPart("record", record, "application/json")
        .multiPart("scan", "a.pdf", Papers.pdf(1), "application/pdf")
        .multiPart("translation.en", "e.txt", rtf, "text/plain")
        .multiPart("transcription", "t.xml", tmx, "text/xml")
        .post("/v1/documents")
        .then()
        .statusCode(422)
        .body("findings.code", equalTo(List.of("text.format-unknown", "text.format-unknown")));
  }

  @Test
  void refusesAFormWithoutAnythingInIt() {
    as("submitter")
        .multiPart("record", "{not json", "application/json")
        .post("/v1/documents")
        .then()
        .statusCode(422)
        .body("findings.code", containsInAnyOrder("record.not-json", "scan.missing"));
  }

  @Test
  void givesTheSameAnswerForTheSameKeyAndContent() {
    // Given
    byte[] pdf = Papers.pdf(1);
    String key = UUID.randomUUID().toString();
    Submitted first = submitted(post(key, RECORD, pdf));
    // When
    Submitted second = submitted(post(key, RECORD, pdf));
    // Then
    assertEquals(first, second);
    post(key, RECORD, Papers.pdf(1))
        .then()
        .statusCode(409)
        .contentType(startsWith("application/problem+json"))
        .body("code", equalTo("idempotency-key.reused"));
  }

  @Test
  void makesOneDocumentOfConcurrentSubmissionsUnderOneKey() throws Exception {
    // Given
    byte[] pdf = Papers.pdf(1);
    String key = UUID.randomUUID().toString();
    List<Callable<Submitted>> calls =
        java.util.Collections.nCopies(6, () -> submitted(post(key, RECORD, pdf)));
    // When
    List<Submitted> answers = new java.util.ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Submitted> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    // Then
    assertEquals(1, answers.stream().distinct().count());
    event(answers.getFirst().documentId());
  }

  @Test
  void takesAFileThatWasSentAhead() throws Exception {
    // Given
    byte[] pdf = Papers.pdf(2);
    var place =
        as("submitter")
            .contentType("application/json")
            .body(
                Map.of(
                    "fileName",
                    "large.pdf",
                    "sizeBytes",
                    pdf.length,
                    "sha256",
                    Digest.of(pdf).hex()))
            .post("/v1/uploads")
            .then()
            .statusCode(201)
            .body("method", equalTo("PUT"))
            .extract()
            .jsonPath();
    withUpload(place.getString("uploadId"))
        .then()
        .statusCode(422)
        .body("findings.code", equalTo(List.of("upload.missing")));
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> put =
          http.send(
              HttpRequest.newBuilder(URI.create(place.getString("url")))
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(pdf))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, put.statusCode(), put.body());
    }
    // When
    Submitted submitted = submitted(withUpload(place.getString("uploadId")));
    // Then
    given()
        .get("/v1/documents/" + submitted.documentId())
        .then()
        .body("pageCount", equalTo(2))
        .body("originals[0].fileName", equalTo("large.pdf"))
        .body("originals[0].digest", equalTo("sha256:" + Digest.of(pdf).hex()));
  }

  @Test
  void refusesAnUploadThatIsNotWhatWasAnnounced() {
    as("submitter")
        .contentType("application/json")
        .body("{\"fileName\": \" \", \"sizeBytes\": 0, \"sha256\": \"x\"}")
        .post("/v1/uploads")
        .then()
        .statusCode(422)
        .body("findings.field", containsInAnyOrder("fileName", "sizeBytes", "sha256"));
  }

  @Test
  void takesAFileOfAHundredMegabytes() throws Exception {
    // Given
    java.nio.file.Path large = folder.resolve("large.jpg");
    byte[] image = Papers.jpeg();
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.write(image);
      file.seek(100_000_000 - 2);
      file.write(image, image.length - 2, 2);
    }
    String part = "--limit\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/v1/documents"))
            .header("Authorization", "Bearer " + TokenIssuer.token("submitter"))
            .header("Content-Type", "multipart/form-data; boundary=limit")
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(
                        part.formatted("record", "")
                            + RECORD
                            + "\r\n"
                            + part.formatted("scan", "; filename=\"large.jpg\"")),
                    HttpRequest.BodyPublishers.ofFile(large),
                    HttpRequest.BodyPublishers.ofString("\r\n--limit--\r\n")))
            .build();
    // When
    HttpResponse<String> response;
    try (HttpClient http = HttpClient.newHttpClient()) {
      response = http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    // Then
    assertEquals(202, response.statusCode(), response.body());
    String id = JSON.readTree(response.body()).get("documentId").asText();
    given()
        .get("/v1/documents/" + id)
        .then()
        .body("originals[0].sizeBytes", equalTo(100_000_000))
        .body("originals[0].digest", equalTo(Digest.of(large).toString()));
  }

  private static Response withUpload(String uploadId) {
    return as("submitter")
        .multiPart("record", RECORD, "application/json")
        .multiPart("scan-upload", uploadId)
        .post("/v1/documents");
  }

  private static Response post(String key, String record, byte[] pdf) {
    return as("submitter")
        .header("Idempotency-Key", key)
        .multiPart("record", record, "application/json")
        .multiPart("scan", "paper.pdf", pdf, "application/pdf")
        .post("/v1/documents");
  }

  /** The one event of a document. */
  private ConsumerRecord<String, byte[]> event(String documentId) {
    await().until(() -> !pipeline.messages("cotejo.documents", documentId).isEmpty());
    List<ConsumerRecord<String, byte[]>> events = pipeline.messages("cotejo.documents", documentId);
    assertEquals(1, events.size());
    return events.getFirst();
  }
}
