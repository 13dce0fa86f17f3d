package org.cotejo.search.lexicon.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.events.EventConsumer;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventRouter;
import org.cotejo.events.PermanentFailure;
import org.cotejo.search.lexicon.Published;
import org.cotejo.search.lexicon.objects.LexiconShelf;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows the lexica that are published. Every instance reads the topic from its beginning at each
 * start (it keeps one short message for each lexicon ever made), so nothing needs to be stored and
 * no offset is committed.
 */
@ApplicationScoped
public class LexiconConsumer {
  private static final String STAGE = "lexicon";

  private final EventConsumer consumer;
  private final LexiconShelf shelf;
  private final EventRouter router;

  @Inject
  public LexiconConsumer(EventConsumer consumer, LexiconShelf shelf) {
    this.consumer = consumer;
    this.shelf = shelf;
    this.router = new EventRouter(Map.of("cotejo.lexicon.published.v1", this::published), Set.of());
  }

  @Incoming("lexicons")
  @Blocking
  public void lexicons(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  private void published(EventEnvelope event) {
    shelf.announced(read(event));
  }

  static Published read(EventEnvelope event) {
    JsonNode data = event.data();
    JsonNode file = data.path("file");
    try {
      return new Published(
          event.subject(),
          data.path("version").asLong(),
          file.path("objectKey").asText(),
          file.path("digest").asText());
    } catch (IllegalArgumentException invalid) {
      throw new PermanentFailure("lexicon.invalid", String.valueOf(invalid.getMessage()), invalid);
    }
  }
}
