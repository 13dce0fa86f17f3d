package org.cotejo.objects;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/**
 * A span for each request to the store, a child of what the thread that asked was doing. The client
 * sends requests on threads of its own, where that is no longer known.
 */
final class TracedCall extends EventListener {
  private static final int FIRST_SERVER_ERROR = 500;

  private final Span span;

  private TracedCall(Span span) {
    this.span = span;
  }

  static EventListener.Factory factory(Tracer tracer) {
    return call -> new TracedCall(span(tracer, call));
  }

  private static Span span(Tracer tracer, Call call) {
    return tracer
        .spanBuilder("S3 " + call.request().method())
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute("http.request.method", call.request().method())
        .setAttribute("server.address", call.request().url().host())
        .setAttribute("server.port", (long) call.request().url().port())
        // Without the query: of a presigned link it is the right to read.
        .setAttribute("url.path", call.request().url().encodedPath())
        .startSpan();
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    span.setAttribute("http.response.status_code", (long) response.code());
    if (response.code() >= FIRST_SERVER_ERROR) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  @Override
  public void callEnd(Call call) {
    span.end();
  }

  @Override
  public void callFailed(Call call, IOException failure) {
    span.setAttribute("error.type", failure.getClass().getName());
    span.setStatus(StatusCode.ERROR);
    span.end();
  }
}
