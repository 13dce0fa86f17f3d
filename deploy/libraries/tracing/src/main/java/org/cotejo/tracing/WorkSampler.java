package org.cotejo.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Lets a trace begin only where work comes in: with a request or a message. What a service asks of
 * its database and stores by itself, such as the outbox's look every second, makes no trace.
 */
final class WorkSampler implements Sampler {
  private final Sampler begun;

  /** Keeps this share of the traces that begin here, 0 to 1. */
  WorkSampler(double ratio) {
    begun = Sampler.parentBased(Sampler.traceIdRatioBased(ratio));
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    boolean begins = !Span.fromContext(parent).getSpanContext().isValid();
    if (begins && (kind == SpanKind.CLIENT || kind == SpanKind.INTERNAL)) {
      return SamplingResult.drop();
    }
    return begun.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "WorkSampler{" + begun.getDescription() + "}";
  }
}
