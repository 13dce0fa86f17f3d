package org.cotejo.acceptance;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes spans over OTLP (HTTP, protobuf) and keeps them. */
final class TraceReceiver implements AutoCloseable {
  private static final int MOST_SPANS = 20_000;
  private static final int MOST_BYTES = 16 << 20;

  private final HttpServer server;
  private final List<Received> spans = new CopyOnWriteArrayList<>();

  /** A span that a service sent; {@code parent} is empty for the first of its trace. */
  record Received(
      String service,
      String trace,
      String id,
      String parent,
      String name,
      String kind,
      Map<String, String> attributes) {
    String attribute(String name) {
      return attributes.getOrDefault(name, "");
    }
  }

  TraceReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Received> spans() {
    return List.copyOf(spans);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      InputStream body = exchange.getRequestBody();
      if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
        body = new GZIPInputStream(body);
      }
      ExportTraceServiceRequest.parseFrom(body.readNBytes(MOST_BYTES))
          .getResourceSpansList()
          .forEach(this::keep);
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void keep(ResourceSpans of) {
    String service = attributes(of.getResource().getAttributesList()).get("service.name");
    of.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .limit(Math.max(0, MOST_SPANS - spans.size()))
        .map(
            span ->
                new Received(
                    service,
                    hex(span.getTraceId()),
                    hex(span.getSpanId()),
                    hex(span.getParentSpanId()),
                    span.getName(),
                    span.getKind().name().replace("SPAN_KIND_", ""),
                    attributes(span.getAttributesList())))
        .forEach(spans::add);
  }

  private static Map<String, String> attributes(List<KeyValue> pairs) {
    Map<String, String> attributes = new TreeMap<>();
    for (KeyValue pair : pairs) {
      attributes.put(
          pair.getKey(),
          pair.getValue().hasIntValue()
              ? Long.toString(pair.getValue().getIntValue())
              : pair.getValue().getStringValue());
    }
    return attributes;
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
