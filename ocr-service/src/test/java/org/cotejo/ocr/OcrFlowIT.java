package org.cotejo.ocr;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Inject EventPublisher publisher;
  @Inject EventCodec codec;
  @Inject ObjectStore store;
  @Inject MeterRegistry metrics;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final List<EventEnvelope> seen = new ArrayList<>();
  private final String documentId = documentId();
  private KafkaConsumer<String, byte[]> outcomes;

  @BeforeEach
  void listen() {
    outcomes =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    outcomes.subscribe(List.of("cotejo.surrogates", "cotejo.transcriptions", "cotejo.failures"));
  }

  @AfterEach
  void close() {
    outcomes.close();
  }

  @Test
  void readsEachPageOfTiffAndRepeatsNothing() throws Exception {
    // Given
    byte[] tiff =
        Pages.tiff("CCITT T.6", List.of(Pages.image(Pages.SPANISH), Pages.image(Pages.ENGLISH)));
    // When
    send(1, "es", original(1, tiff, 2));
    // Then
    assertEquals(2, awaited("cotejo.surrogate.stored.v1", 2).size());
    List<EventEnvelope> transcribed = awaited("cotejo.page.transcribed.v1", 2);
    seen.forEach(this::keepsContract);
    EventEnvelope first =
        transcribed.stream().filter(e -> e.data().path("page").asInt() == 1).findFirst().get();
    assertEquals("ingest-1", first.ingestId());
    assertTrue(text(first).contains("práctico no pudo subir a bordo"), text(first));
    filesAreThere(first.data());
    // When the next revision comes
    double readBefore = metrics.counter("cotejo.pages.recognised").count();
    send(2, "es", original(1, tiff, 2));
    // Then
    List<EventEnvelope> again = awaited("cotejo.page.transcribed.v1", 4).subList(2, 4);
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
    send(1, "en", original(1, text, 2), original(2, png, 1));
    // Then
    List<EventEnvelope> failed = awaited("cotejo.page.failed.v1", 2);
    assertEquals(1, awaited("cotejo.page.transcribed.v1", 1).size());
    seen.forEach(this::keepsContract);
    for (EventEnvelope event : failed) {
      assertEquals("surrogates", event.data().path("stage").asText());
      assertEquals("surrogates.format-unknown", event.data().path("reason").path("code").asText());
      assertFalse(event.data().path("reason").path("transient").asBoolean());
    }
  }

  @Test
  void namesLanguageThatIsMissing() {
    // When
    send(1, "tlh", original(1, Pages.encoded(Pages.image(Pages.ENGLISH), "png"), 1));
    // Then
    EventEnvelope failed = awaited("cotejo.page.failed.v1", 1).getFirst();
    keepsContract(failed);
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

  private List<EventEnvelope> awaited(String type, int count) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              outcomes.poll(Duration.ofMillis(200)).forEach(this::collect);
              return ofType(type).size() >= count;
            });
    return ofType(type);
  }

  private void collect(ConsumerRecord<String, byte[]> message) {
    EventEnvelope event = codec.decode(message.value());
    if (event.subject().equals(documentId)) {
      seen.add(event);
    }
  }

  private List<EventEnvelope> ofType(String type) {
    return seen.stream().filter(event -> event.type().equals(type)).toList();
  }

  private void keepsContract(EventEnvelope event) {
    String name = event.type().replaceFirst("cotejo\\.(.*)\\.v1", "$1");
    Contract.event(name).requireValid(codec.encode(event));
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

  private ObjectNode original(int ordinal, byte[] content, int pages) {
    Digest digest = Digest.of(content);
    ObjectKey key = new ObjectKey("originals/" + digest.hex());
    store.putIfAbsent(key, digest, "application/octet-stream", content);
    return JsonNodeFactory.instance
        .objectNode()
        .put("ordinal", ordinal)
        .put("objectKey", key.value())
        .put("digest", digest.toString())
        .put("mediaType", "application/octet-stream")
        .put("sizeBytes", content.length)
        .put("pageCount", pages)
        .put("fileName", "scan");
  }

  private void send(long revision, String language, ObjectNode... originals) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("documentId", documentId);
    data.putArray("originalLanguages").add(language);
    ArrayNode list = data.putArray("originals");
    for (ObjectNode original : originals) {
      list.add(original);
    }
    publisher.publish(
        "cotejo.documents",
        documentId,
        new EventEnvelope(
            UUID.randomUUID().toString(),
            revision == 1 ? "cotejo.document.accessioned.v1" : "cotejo.document.revised.v1",
            "/cotejo/test",
            documentId,
            Instant.now(),
            "ingest-" + revision,
            revision,
            "",
            data));
  }

  private static String documentId() {
    String random = UUID.randomUUID().toString();
    return random.substring(0, 14) + "7" + random.substring(15);
  }
}
