package org.cotejo.outbox;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.TraceContext;

/** Where a change leaves the events that tell of it; both commit together or not at all. */
@ApplicationScoped
public class Outbox {
  private final EventCodec codec;
  private final Event<OutboxFilled> filled;

  @Inject
  public Outbox(EventCodec codec, Event<OutboxFilled> filled) {
    this.codec = codec;
    this.filled = filled;
  }

  /**
   * Adds an event to the caller's transaction; it is published after the commit, in the order of
   * adding. It carries the trace of the request or event that caused it.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(String topic, String key, EventEnvelope event) {
    EventEnvelope traced = event.withTraceparent(TraceContext.currentOr(event.traceparent()));
    Span.current()
        .setAttribute("cotejo.document.id", event.subject())
        .setAttribute("cotejo.ingest.id", event.ingestId());
    OutboxEntry entry = new OutboxEntry();
    entry.topic = topic;
    entry.messageKey = key;
    entry.event = new String(codec.encode(traced), StandardCharsets.UTF_8);
    entry.createdAt = Instant.now();
    entry.persist();
    filled.fire(new OutboxFilled());
  }

  /** Tells the relay that there will be something to publish once the transaction commits. */
  public record OutboxFilled() {}
}
