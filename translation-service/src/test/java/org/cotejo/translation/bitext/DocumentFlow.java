package org.cotejo.translation.bitext;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A document of our own that goes through the service: what is sent, what comes, what is served.
 */
public abstract class DocumentFlow {
  protected static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject protected EventPublisher publisher;
  @Inject protected EventCodec codec;
  @Inject protected ObjectStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @ConfigProperty(name = TestTokens.PRIVATE_KEY)
  protected String privateKey;

  private KafkaConsumer<String, byte[]> outcomes;
  protected final List<EventEnvelope> seen = new ArrayList<>();
  protected DocumentFixture document;

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
    outcomes.subscribe(List.of("cotejo.bitexts", "cotejo.failures"));
    document = new DocumentFixture(store);
  }

  @AfterEach
  void close() {
    outcomes.close();
  }

  protected byte[] file(JsonNode object) {
    return store.read(new ObjectKey(object.path("objectKey").asText()), 1 << 20);
  }

  protected io.restassured.response.Response get(String path) {
    return given().get(path(path));
  }

  protected io.restassured.response.Response as(String role, String path) {
    return given().auth().oauth2(TestTokens.token(role, privateKey)).get(path(path));
  }

  protected String path(String path) {
    return "/v1/documents/" + document.id + path;
  }

  protected void documents(EventEnvelope... events) {
    for (EventEnvelope event : events) {
      publisher.publish("cotejo.documents", document.id, event);
    }
  }

  protected void pages(EventEnvelope... events) {
    for (EventEnvelope event : events) {
      publisher.publish("cotejo.transcriptions", document.id, event);
    }
  }

  protected List<EventEnvelope> aligned(int count) {
    await().atMost(PATIENCE).until(() -> poll().stream().filter(this::isAligned).count() >= count);
    return seen.stream().filter(this::isAligned).toList();
  }

  protected void nothingMoreIsSaid(int count) {
    await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> poll().stream().filter(this::isAligned).count() == count);
  }

  protected boolean isAligned(EventEnvelope event) {
    return "cotejo.document.aligned.v1".equals(event.type());
  }

  protected boolean isStageFailure(EventEnvelope event) {
    return "cotejo.stage.failed.v1".equals(event.type());
  }

  protected List<EventEnvelope> poll() {
    for (ConsumerRecord<String, byte[]> message : outcomes.poll(Duration.ofMillis(200))) {
      EventEnvelope event = codec.decode(message.value());
      if (event.subject().equals(document.id)) {
        seen.add(event);
      }
    }
    return seen;
  }
}
