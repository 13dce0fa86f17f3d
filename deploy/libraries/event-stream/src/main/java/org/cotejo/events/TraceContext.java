package org.cotejo.events;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** W3C trace context of events, with or without an OpenTelemetry SDK running. */
public final class TraceContext {
  private static final String TRACEPARENT = "traceparent";

  private TraceContext() {}

  /**
   * The trace of the current span; without one the given value, or a new trace when that is empty.
   */
  public static String currentOr(String inherited) {
    SpanContext current = Span.current().getSpanContext();
    if (current.isValid()) {
      Map<String, String> carrier = new TreeMap<>();
      TextMapSetter<Map<String, String>> setter =
          (map, key, value) -> {
            if (map != null) {
              map.put(key, value);
            }
          };
      W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, setter);
      return carrier.getOrDefault(TRACEPARENT, inherited);
    }
    return inherited.isEmpty() ? fresh() : inherited;
  }

  /** The context in which the work on an event goes on. */
  static Context contextOf(EventEnvelope event) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.current(), Map.of(TRACEPARENT, event.traceparent()), MapGetter.INSTANCE);
  }

  private static String fresh() {
    byte[] random = new byte[24];
    ThreadLocalRandom.current().nextBytes(random);
    String hex = HexFormat.of().formatHex(random);
    return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
  }

  private enum MapGetter implements TextMapGetter<Map<String, String>> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return List.copyOf(carrier.keySet());
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
      return carrier == null ? null : carrier.get(key);
    }
  }
}
