package org.cotejo.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The HTTP API with one token, or none. */
record Api(String url, String token) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** An answer: status, ETag and body. */
  record Answer(int status, String etag, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException notJson) {
        throw new AssertionError("not JSON (" + status + "): " + body, notJson);
      }
    }

    Answer requireStatus(int expected) {
      if (status != expected) {
        throw new AssertionError("status " + status + " instead of " + expected + ": " + body);
      }
      return this;
    }
  }

  Answer get(String path) {
    return send("GET", path, "", Map.of("Accept", "application/json"));
  }

  Answer getText(String path) {
    return send("GET", path, "", Map.of("Accept", "text/plain"));
  }

  /** As a client that traces itself. */
  Answer getTraced(String path, String traceparent) {
    return send("GET", path, "", Map.of("Accept", "application/json", "traceparent", traceparent));
  }

  Answer post(String path) {
    return send("POST", path, "", Map.of());
  }

  Answer put(String path) {
    return send("PUT", path, "", Map.of());
  }

  Answer delete(String path) {
    return send("DELETE", path, "", Map.of());
  }

  Answer postJson(String path, String body) {
    return send("POST", path, body, Map.of("Content-Type", "application/json"));
  }

  Answer patch(String path, String etag, String body) {
    return send(
        "PATCH",
        path,
        body,
        Map.of("If-Match", etag, "Content-Type", "application/merge-patch+json"));
  }

  Answer patchJson(String path, String etag, String body) {
    return send("PATCH", path, body, Map.of("If-Match", etag, "Content-Type", "application/json"));
  }

  /** As many hits as one answer holds: other tests submit the same papers. */
  JsonNode search(String query) {
    return get("/v1/search?size=100&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
        .requireStatus(200)
        .json();
  }

  private Answer send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT);
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.headers().firstValue("ETag").orElse(""), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
