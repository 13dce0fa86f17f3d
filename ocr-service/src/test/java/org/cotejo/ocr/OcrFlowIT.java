package org.cotejo.ocr;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the event of a document to the events of its pages, on a real broker and store. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,objects"))
class OcrFlowIT {
  @Inject EventPublisher publisher;
  @Inject EventCodec codec;
  @Inject ObjectStore store;
  @Inject MeterRegistry metrics;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private DocumentFlow flow;

  @BeforeEach
  void listen() {
    flow = new DocumentFlow(publisher, codec, store, bootstrapServers);
  }

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void readsEachPageOfTiffAndRepeatsNothing() throws Exception {
    // Given
    byte[] tiff =
        Pages.tiff("CCITT T.6", List.of(Pages.image(Pages.SPANISH), Pages.image(Pages.ENGLISH)));
    // When
    flow.send(1, "es", flow.original(1, tiff, 2));
    // Then
    assertEquals(2, flow.awaited("cotejo.surrogate.stored.v1", 2).size());
    List<EventEnvelope> transcribed = flow.awaited("cotejo.page.transcribed.v1", 2);
    flow.keepsContracts();
    EventEnvelope first =
        transcribed.stream().filter(e -> e.data().path("page").asInt() == 1).findFirst().get();
    assertEquals("ingest-1", first.ingestId());
    assertTrue(text(first).contains("práctico no pudo subir a bordo"), text(first));
    filesAreThere(first.data());
    // When the next revision comes
    double readBefore = metrics.counter("cotejo.pages.recognised").count();
    flow.send(2, "es", flow.original(1, tiff, 2));
    // Then
    List<EventEnvelope> again = flow.awaited("cotejo.page.transcribed.v1", 4).subList(2, 4);
    assertEquals(readBefore, metrics.counter("cotejo.pages.recognised").count());
    assertEquals(
        transcribed.stream().map(OcrFlowIT::transcriptionKey).sorted().toList(),
        again.stream().map(OcrFlowIT::transcriptionKey).sorted().toList());
  }

  @Test
  void reportsPagesThatCannotBeMadeAndGoesOn() {
    // Given
    byte[] text = "no paper at all".getBytes(StandardCharsets.UTF_8);
    byte[] png = Pages.encoded(Pages.image(Pages.ENGLISH), "png");
    // When
    flow.send(1, "en", flow.original(1, text, 2), flow.original(2, png, 1));
    // Then
    List<EventEnvelope> failed = flow.awaited("cotejo.page.failed.v1", 2);
    assertEquals(1, flow.awaited("cotejo.page.transcribed.v1", 1).size());
    flow.keepsContracts();
    for (EventEnvelope event : failed) {
      assertEquals("surrogates", event.data().path("stage").asText());
      assertEquals("surrogates.format-unknown", event.data().path("reason").path("code").asText());
      assertFalse(event.data().path("reason").path("transient").asBoolean());
    }
  }

  @Test
  void takesTextOfPdfAndReadsPageWhoseTextIsRubbish() throws Exception {
    // Given
    byte[] written = PdfPapers.page(PdfPapers.REPORT, new PdfPapers.Setting(0, 0, 0, false));
    byte[] rubbish =
        PdfPapers.scan(
            Pages.image(Pages.SPANISH), List.of("1l g4rda d3l f4r0 c0mun1c0 qu3 1a l4mp4ra"));
    // When
    flow.send(1, "es", flow.original(1, written, 1), flow.original(2, rubbish, 1));
    // Then
    List<EventEnvelope> transcribed = flow.awaited("cotejo.page.transcribed.v1", 2);
    flow.keepsContracts();
    for (EventEnvelope event : transcribed) {
      filesAreThere(event.data());
      boolean first = event.data().path("page").asInt() == 1;
      assertEquals(
          first, event.data().path("engineFingerprint").asText().startsWith("pdf-text-layer-1-"));
      assertTrue(
          text(event).contains(first ? "saldría el jueves" : "práctico no pudo subir a bordo"),
          text(event));
    }
  }

  @Test
  void findsLanguageThatTheRecordDoesNotSay() throws Exception {
    // When
    flow.send(1, "mul", flow.original(1, Pages.encoded(Pages.image(Pages.SPANISH), "png"), 1));
    // Then
    EventEnvelope transcribed = flow.awaited("cotejo.page.transcribed.v1", 1).getFirst();
    filesAreThere(transcribed.data());
    assertEquals(
        "[\"es\"]",
        mapper
            .readTree(file(transcribed.data().path("transcription")))
            .path("languages")
            .toString());
    assertTrue(text(transcribed).contains("práctico no pudo subir a bordo"), text(transcribed));
  }

  @Test
  void namesLanguageThatIsMissing() {
    // When
    flow.send(1, "tlh", flow.original(1, Pages.encoded(Pages.image(Pages.ENGLISH), "png"), 1));
    // Then
    EventEnvelope failed = flow.awaited("cotejo.page.failed.v1", 1).getFirst();
    flow.keepsContracts();
    JsonNode reason = failed.data().path("reason");
    assertEquals("recognition.language-missing", reason.path("code").asText());
    assertTrue(reason.path("message").asText().contains("spa"), reason.toString());
  }

  @Test
  void saysHowItIs() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/health/started").then().statusCode(200);
    given()
        .get("/v1/ocr/engine")
        .then()
        .statusCode(200)
        .body("name", equalTo("tesseract"))
        .body("languages.model", hasItems("eng", "spa"));
    given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/ocr/engine"));
    given().get("/q/metrics").then().statusCode(200);
  }

  private void filesAreThere(JsonNode data) throws Exception {
    JsonNode surrogate = data.path("surrogate");
    for (String name : List.of("image", "display", "thumbnail")) {
      JsonNode image = surrogate.path(name);
      byte[] content = file(image);
      assertEquals(image.path("sizeBytes").asLong(), content.length);
      var decoded = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(content));
      assertEquals(image.path("widthPixels").asInt(), decoded.getWidth());
      assertEquals(image.path("heightPixels").asInt(), decoded.getHeight());
    }
    Contract.object("transcription").requireValid(file(data.path("transcription")));
  }

  private byte[] file(JsonNode object) {
    return store.readVerified(
        new ObjectKey(object.path("objectKey").asText()),
        Digest.parse(object.path("digest").asText()),
        1L << 26);
  }

  private String text(EventEnvelope transcribed) throws Exception {
    List<String> words = new ArrayList<>();
    for (JsonNode region :
        mapper.readTree(file(transcribed.data().path("transcription"))).path("regions")) {
      for (JsonNode line : region.path("lines")) {
        line.path("words").forEach(word -> words.add(word.path("text").asText()));
      }
    }
    return String.join(" ", words);
  }

  private static String transcriptionKey(EventEnvelope event) {
    return event.data().path("transcription").path("objectKey").asText();
  }
}
