package org.cotejo.events;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;

/** Spans of events, found again by document, ingest and page; what an event says stays out. */
final class EventSpan {
  private EventSpan() {}

  /** A span in the trace of an event, as a child of what caused it. */
  static SpanBuilder of(Tracer tracer, String name, SpanKind kind, EventEnvelope event) {
    SpanBuilder span =
        tracer
            .spanBuilder(name)
            .setParent(TraceContext.contextOf(event))
            .setSpanKind(kind)
            .setAttribute("messaging.system", "kafka")
            .setAttribute("cotejo.document.id", event.subject())
            .setAttribute("cotejo.event.type", event.type());
    if (!event.ingestId().isEmpty()) {
      span.setAttribute("cotejo.ingest.id", event.ingestId());
    }
    if (event.data().path("page").isInt()) {
      span.setAttribute("cotejo.page", event.data().path("page").asLong());
    }
    return span;
  }
}
