package org.cotejo.ingest.operations.events;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.MalformedEvent;
import org.cotejo.events.TransientRetry;
import org.cotejo.ingest.operations.store.DeadLetterEntity;
import org.cotejo.ingest.operations.store.DeadLetterStore;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Gathers what all services have put aside, so that operators see it in one place. */
@ApplicationScoped
public class DeadLetterConsumer {
  private final EventCodec codec;
  private final DeadLetterStore store;
  private final TransientRetry retry;

  @Inject
  public DeadLetterConsumer(EventCodec codec, DeadLetterStore store, TransientRetry retry) {
    this.codec = codec;
    this.store = store;
    this.retry = retry;
  }

  /**
   * Takes one in. While the database is away it waits; a letter that cannot be kept stays in its
   * topic, and the service says that it is not live.
   */
  @Incoming("dead-letters")
  @Blocking
  public void deadLetter(ConsumerRecord<String, byte[]> message) throws Exception {
    retry.run("dead-letters", () -> store.add(letter(message)));
  }

  private DeadLetterEntity letter(ConsumerRecord<String, byte[]> message) {
    DeadLetterEntity letter = new DeadLetterEntity();
    letter.topic = message.topic();
    letter.topicPartition = message.partition();
    letter.topicOffset = message.offset();
    letter.sourceTopic =
        header(message, "cotejo-source-topic")
            .orElse(message.topic().replaceFirst("\\.[a-z-]+\\.dead$", ""));
    letter.sourcePartition =
        number(message, "cotejo-source-partition").map(Long::intValue).orElse(null);
    letter.sourceOffset = number(message, "cotejo-source-offset").orElse(null);
    letter.consumer = header(message, "cotejo-consumer").orElse("unknown");
    letter.messageKey = shortened(message.key() == null ? "" : message.key(), 500);
    letter.message = message.value();
    letter.code = shortened(header(message, "cotejo-reason-code").orElse("unknown"), 200);
    letter.reason = shortened(header(message, "cotejo-reason-message").orElse(""), 2000);
    letter.stackDigest = shortened(header(message, "cotejo-stack-digest").orElse(""), 64);
    letter.failedAt = failedAt(message);
    letter.state = "open";
    event(message)
        .ifPresent(
            event -> {
              letter.documentId = DeadLetterStore.uuid(event.subject()).orElse(null);
              letter.revision = event.revision();
            });
    return letter;
  }

  private Optional<EventEnvelope> event(ConsumerRecord<String, byte[]> message) {
    byte[] value = message.value();
    try {
      return value == null ? Optional.empty() : Optional.of(codec.decode(value));
    } catch (MalformedEvent malformed) {
      return Optional.empty();
    }
  }

  private static Instant failedAt(ConsumerRecord<String, byte[]> message) {
    try {
      return Instant.parse(header(message, "cotejo-failed-at").orElse(""));
    } catch (DateTimeException absent) {
      return Instant.ofEpochMilli(message.timestamp());
    }
  }

  private static Optional<Long> number(ConsumerRecord<String, byte[]> message, String name) {
    return header(message, name).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  private static Optional<String> header(ConsumerRecord<String, byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static String shortened(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
