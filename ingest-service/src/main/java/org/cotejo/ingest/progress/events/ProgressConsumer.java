package org.cotejo.ingest.progress.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.events.EventConsumer;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventHandler;
import org.cotejo.events.EventRouter;
import org.cotejo.events.PermanentFailure;
import org.cotejo.ingest.progress.StageOutcome;
import org.cotejo.ingest.progress.store.Progress;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to the other services and follows each ingest to its end. */
@ApplicationScoped
public class ProgressConsumer {
  private static final String STAGE = "progress";

  private final EventConsumer consumer;
  private final Progress progress;
  private final EventRouter router;

  @Inject
  public ProgressConsumer(EventConsumer consumer, Progress progress) {
    this.consumer = consumer;
    this.progress = progress;
    this.router =
        new EventRouter(
            Map.of(
                "cotejo.surrogate.stored.v1",
                outcome(data -> new StageOutcome.SurrogateStored(page(data))),
                "cotejo.page.transcribed.v1",
                outcome(
                    data ->
                        new StageOutcome.PageTranscribed(
                            page(data),
                            data.path("meanConfidence").asDouble(),
                            data.path("needsReview").asBoolean(),
                            shortened(data.path("engineFingerprint").asText(""), 200))),
                "cotejo.page.failed.v1",
                outcome(
                    data ->
                        new StageOutcome.PageFailed(
                            page(data), data.path("stage").asText("recognition"), reason(data))),
                "cotejo.document.aligned.v1",
                outcome(_ -> new StageOutcome.Aligned()),
                "cotejo.document.published.v1",
                outcome(_ -> new StageOutcome.Published()),
                "cotejo.stage.failed.v1",
                outcome(ProgressConsumer::stageFailed)),
            Set.of("cotejo.document.unpublished.v1"));
  }

  @Incoming("surrogates")
  @Blocking
  public void surrogates(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  @Incoming("transcriptions")
  @Blocking
  public void transcriptions(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  @Incoming("bitexts")
  @Blocking
  public void bitexts(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  @Incoming("publications")
  @Blocking
  public void publications(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  @Incoming("failures")
  @Blocking
  public void failures(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  private EventHandler outcome(Function<JsonNode, StageOutcome> reader) {
    return event -> {
      // A failure outside any ingest, such as of a withdrawal, is kept with the dead letters alone.
      if (!event.ingestId().isEmpty()) {
        progress.apply(event.id(), ingestId(event), reader.apply(event.data()));
      }
    };
  }

  private static StageOutcome stageFailed(JsonNode data) {
    Optional<Integer> page =
        data.path("page").isInt() ? Optional.of(data.path("page").asInt()) : Optional.empty();
    return new StageOutcome.StageFailed(data.path("stage").asText("unknown"), page, reason(data));
  }

  private static StageOutcome.Reason reason(JsonNode data) {
    JsonNode reason = data.path("reason");
    return new StageOutcome.Reason(
        shortened(reason.path("code").asText("unknown"), 200),
        shortened(reason.path("message").asText(""), 2000));
  }

  private static String shortened(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  private static int page(JsonNode data) {
    int page = data.path("page").asInt(0);
    if (page < 1) {
      throw new PermanentFailure("event.page-missing", "The event names no page.", null);
    }
    return page;
  }

  private static UUID ingestId(EventEnvelope event) {
    try {
      return UUID.fromString(event.ingestId());
    } catch (IllegalArgumentException invalid) {
      throw new PermanentFailure("event.ingest-invalid", "The event names no ingest.", invalid);
    }
  }
}
