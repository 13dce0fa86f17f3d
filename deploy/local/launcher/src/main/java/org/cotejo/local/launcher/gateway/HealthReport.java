package org.cotejo.local.launcher.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.local.infrastructure.Loopback;

/** Asks every part of the stack how it is: services by readiness, the others by a connection. */
final class HealthReport {
  private static final int LIMIT_MS = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How a part is. */
  private record Part(String name, boolean up) {}

  private final GatewaySettings settings;
  private final HttpClient http;
  private final NetClient sockets;

  HealthReport(Vertx vertx, HttpClient http, GatewaySettings settings) {
    this.settings = settings;
    this.http = http;
    this.sockets = vertx.createNetClient(new NetClientOptions().setConnectTimeout(LIMIT_MS));
  }

  /** The answer of {@code /health}. */
  record Answer(boolean up, Buffer body) {}

  Future<Answer> now() {
    List<Future<Part>> questions = new ArrayList<>();
    for (Upstream upstream : Upstream.values()) {
      questions.add(ready(upstream));
    }
    new TreeMap<>(settings.infrastructure())
        .forEach((name, port) -> questions.add(accepts(name, port)));
    return Future.join(questions).map(_ -> answer(questions.stream().map(Future::result).toList()));
  }

  private Future<Part> ready(Upstream upstream) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(Loopback.HOST)
            .setPort(settings.portOf(upstream))
            .setURI("/q/health/ready")
            .setTimeout(LIMIT_MS);
    return http.request(options)
        .compose(HttpClientRequest::send)
        .compose(response -> response.end().map(_ -> response.statusCode() == 200))
        .otherwise(false)
        .map(up -> new Part(upstream.pathName(), up));
  }

  private Future<Part> accepts(String name, int port) {
    return sockets
        .connect(port, Loopback.HOST)
        .compose(socket -> socket.close().map(true))
        .otherwise(false)
        .map(up -> new Part(name, up));
  }

  private static Answer answer(List<Part> parts) {
    boolean up = parts.stream().allMatch(Part::up);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("status", status(up));
    report.put(
        "parts",
        parts.stream()
            .map(part -> Map.of("name", part.name(), "status", status(part.up())))
            .toList());
    try {
      return new Answer(up, Buffer.buffer(JSON.writeValueAsBytes(report)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String status(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
