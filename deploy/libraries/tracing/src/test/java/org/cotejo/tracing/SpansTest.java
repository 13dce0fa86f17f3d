package org.cotejo.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which spans are kept, and what they do not say. */
class SpansTest {
  private final SdkTracerProvider all = provider(1);
  private final SdkTracerProvider none = provider(0);

  @AfterEach
  void close() {
    all.close();
    none.close();
  }

  @Test
  void tracesBeginWithRequestsAndMessages() {
    assertTrue(sampled(all, SpanKind.SERVER, Context.root()));
    assertTrue(sampled(all, SpanKind.CONSUMER, Context.root()));
    assertTrue(sampled(all, SpanKind.PRODUCER, Context.root()));
  }

  @Test
  void whatAServiceAsksByItselfMakesNoTrace() {
    assertFalse(sampled(all, SpanKind.CLIENT, Context.root()));
    assertFalse(sampled(all, SpanKind.INTERNAL, Context.root()));
  }

  @Test
  void whatItAsksForARequestBelongsToItsTrace() {
    assertTrue(sampled(all, SpanKind.CLIENT, caller(TraceFlags.getSampled())));
  }

  @Test
  void theCallersDecisionGoesBeforeTheRatio() {
    assertFalse(sampled(all, SpanKind.SERVER, caller(TraceFlags.getDefault())));
    assertTrue(sampled(none, SpanKind.SERVER, caller(TraceFlags.getSampled())));
    assertFalse(sampled(none, SpanKind.SERVER, Context.root()));
  }

  @Test
  void whatReadersSearchForStaysOut() {
    // When
    Span span =
        all.get("test")
            .spanBuilder("GET /v1/search")
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("url.path", "/v1/search")
            .setAttribute("url.query", "q=a+name")
            .setAttribute("client.address", "192.0.2.7")
            .startSpan();
    // Then
    ReadableSpan read = (ReadableSpan) span;
    Discretion.PRIVATE.forEach(
        key -> {
          String value = read.getAttribute(key);
          assertTrue(value == null || value.isEmpty(), key + " " + value);
        });
    assertEquals(
        "/v1/search",
        read.toSpanData().getAttributes().asMap().values().stream()
            .filter(value -> value.toString().startsWith("/"))
            .findFirst()
            .orElseThrow());
  }

  private static boolean sampled(SdkTracerProvider provider, SpanKind kind, Context parent) {
    return provider
        .get("test")
        .spanBuilder("span")
        .setSpanKind(kind)
        .setParent(parent)
        .startSpan()
        .getSpanContext()
        .isSampled();
  }

  private static Context caller(TraceFlags flags) {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    "0af7651916cd43dd8448eb211c80319c",
                    "b7ad6b7169203331",
                    flags,
                    TraceState.getDefault())));
  }

  private static SdkTracerProvider provider(double ratio) {
    return SdkTracerProvider.builder()
        .setSampler(new WorkSampler(ratio))
        .addSpanProcessor(new Discretion())
        .build();
  }
}
