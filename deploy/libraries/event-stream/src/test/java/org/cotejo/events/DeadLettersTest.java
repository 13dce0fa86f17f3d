package org.cotejo.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final String DOCUMENT = "0198a7b2-1c3d-7e4f-8a5b-6c7d8e9f0a1b";

  private final List<String> sent = new ArrayList<>();
  private final List<EventEnvelope> reported = new ArrayList<>();

  @Test
  void aDocumentsMessageIsReported() {
    // When
    bury("cotejo.bitexts", DOCUMENT);
    // Then
    assertEquals(List.of("cotejo.bitexts.search-service.dead"), sent);
    EventEnvelope failed = reported.getFirst();
    assertEquals("cotejo.stage.failed.v1", failed.type());
    assertEquals(DOCUMENT, failed.data().path("documentId").asText());
    assertEquals(7, failed.data().at("/deadLetter/offset").asLong());
  }

  @Test
  void aLexiconsMessageFailsNoDocument() {
    // When
    bury("cotejo.lexicons", "es-en");
    // Then
    assertEquals(List.of("cotejo.lexicons.search-service.dead"), sent);
    assertEquals(List.of(), reported);
  }

  @Test
  void aFailureThatCannotBeReadIsNotReportedAsAFailure() {
    // When
    bury(DeadLetters.FAILURES_TOPIC, DOCUMENT);
    // Then
    assertEquals(1, sent.size());
    assertEquals(List.of(), reported);
  }

  private void bury(String topic, String subject) {
    EventEnvelope event =
        new EventEnvelope(
            "1",
            "cotejo.any.v1",
            "/cotejo/test",
            subject,
            Instant.EPOCH,
            "",
            1,
            "",
            JsonNodeFactory.instance.objectNode());
    new DeadLetters(new Noting(), new SimpleMeterRegistry(), "search-service")
        .bury(
            "projection",
            new ConsumerRecord<>(topic, 0, 3, subject, new byte[0]),
            Optional.of(event),
            new FailureReason("test.broken", "It is broken.", false),
            new IllegalStateException("broken"));
  }

  /** Takes what would go to a broker. */
  private final class Noting extends KafkaMessageSender {
    Noting() {
      super(
          new EventCodec(),
          Map.of(),
          new Limits(Duration.ZERO, Duration.ZERO),
          OpenTelemetry.noop().getTracer("test"));
    }

    @Override
    public RecordMetadata send(
        String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
      sent.add(topic);
      return new RecordMetadata(new TopicPartition(topic, 0), 7, 0, 0, 0, 0);
    }

    @Override
    public void publish(String topic, String key, EventEnvelope event) {
      reported.add(event);
    }
  }
}
