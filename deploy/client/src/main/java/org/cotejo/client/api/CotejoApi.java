package org.cotejo.client.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests to one server. A request that may be repeated is repeated a few times when the
 * connection fails or the gateway finds no service behind it; then {@link
 * ApiException.Unreachable}.
 */
public final class CotejoApi implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

  /** A big file on a slow line. */
  private static final Duration TRANSFER_TIMEOUT = Duration.ofHours(2);

  private final URI server;
  private final Optional<String> token;
  private final Retries retries;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /**
   * Prepares requests; opens no connection yet.
   *
   * @param server scheme, host and port, with or without a path prefix
   */
  public CotejoApi(URI server, Optional<String> token, Retries retries) {
    this.server = server;
    this.token = token;
    this.retries = retries;
  }

  /** A body that can be made anew for each attempt. */
  @FunctionalInterface
  private interface Body {
    BodyPublisher open() throws FileNotFoundException;
  }

  public JsonNode get(String path) {
    return tree(getText(path, "application/json"));
  }

  public String getText(String path, String accept) {
    return exchange(
        request(path, ANSWER_TIMEOUT).header("Accept", accept),
        "GET",
        BodyPublishers::noBody,
        true);
  }

  /** Writes an answer of any size and type into a file, once all of it is there. */
  public void download(String path, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".cotejo", ".part");
    try {
      exchange(
          request(path, TRANSFER_TIMEOUT),
          "GET",
          BodyPublishers::noBody,
          true,
          answer ->
              answer.statusCode() < 300
                  ? BodySubscribers.mapping(BodySubscribers.ofFile(part), file -> "")
                  : BodySubscribers.ofString(StandardCharsets.UTF_8));
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Submits a form; with the same key a repeated submission is the same one. */
  public JsonNode postForm(String path, MultipartBody form, String idempotencyKey) {
    HttpRequest.Builder request =
        request(path, TRANSFER_TIMEOUT)
            .header("Content-Type", form.contentType())
            .header("Idempotency-Key", idempotencyKey);
    return tree(exchange(request, "POST", form::publisher, true));
  }

  /** Adds to a document; not repeated, because a second time would be a second change. */
  public JsonNode postFormOnce(String path, MultipartBody form) {
    HttpRequest.Builder request =
        request(path, TRANSFER_TIMEOUT).header("Content-Type", form.contentType());
    return tree(exchange(request, "POST", form::publisher, false));
  }

  public JsonNode postOnce(String path) {
    return tree(exchange(request(path, ANSWER_TIMEOUT), "POST", BodyPublishers::noBody, false));
  }

  public void delete(String path) {
    exchange(request(path, ANSWER_TIMEOUT), "DELETE", BodyPublishers::noBody, true);
  }

  /**
   * Sends a large file ahead of its submission, straight to the object store; answers the id to
   * name there.
   */
  public String upload(Path file, long sizeBytes, String sha256) {
    ObjectNode announcement =
        json.createObjectNode()
            .put("fileName", String.valueOf(file.getFileName()))
            .put("sizeBytes", sizeBytes)
            .put("sha256", sha256);
    HttpRequest.Builder open =
        request("/v1/uploads", ANSWER_TIMEOUT).header("Content-Type", "application/json");
    JsonNode place =
        tree(exchange(open, "POST", () -> BodyPublishers.ofString(announcement.toString()), true));
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(place.path("url").asText())).timeout(TRANSFER_TIMEOUT);
    exchange(put, place.path("method").asText("PUT"), () -> BodyPublishers.ofFile(file), true);
    return place.path("uploadId").asText();
  }

  /** A value as it may stand in a path or query. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    String base = server.toString().replaceAll("/+$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(timeout);
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request;
  }

  private String exchange(
      HttpRequest.Builder request, String method, Body body, boolean repeatable) {
    return exchange(
        request, method, body, repeatable, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private String exchange(
      HttpRequest.Builder request,
      String method,
      Body body,
      boolean repeatable,
      BodyHandler<String> answer) {
    for (int attempt = 0; ; attempt++) {
      boolean last = attempt >= retries.pauses().size();
      try {
        HttpResponse<String> response =
            http.send(request.method(method, body.open()).build(), answer);
        boolean busy =
            response.statusCode() == 502
                || response.statusCode() == 503
                || response.statusCode() == 504;
        if (!busy) {
          return checked(response);
        }
        if (last || !repeatable) {
          throw new ApiException.Unreachable(
              response.uri(),
              "the gateway says " + reason(response),
              new IOException("HTTP " + response.statusCode()));
        }
      } catch (FileNotFoundException missing) {
        throw new ApiException.Failed("cannot be read: " + missing.getMessage());
      } catch (IOException failure) {
        boolean neverSent = failure instanceof ConnectException;
        if (last || (!repeatable && !neverSent)) {
          throw new ApiException.Unreachable(request.build().uri(), reason(failure), failure);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new ApiException.Failed("interrupted");
      }
      pause(retries.pauses().get(attempt));
    }
  }

  private String checked(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status < 300) {
      return response.body();
    }
    if (status >= 400 && status < 500) {
      throw new ApiException.Refused(status, reason(response), findings(response.body()));
    }
    throw new ApiException.Failed("the server answered " + reason(response));
  }

  private String reason(HttpResponse<String> response) {
    JsonNode problem = quietTree(response.body());
    String title = problem.path("title").asText("");
    String detail = problem.path("detail").asText("");
    String told = title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail;
    return told.isEmpty()
        ? "HTTP " + response.statusCode()
        : told + " (HTTP " + response.statusCode() + ")";
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case HttpTimeoutException _ -> "it took too long";
      case ConnectException _ -> "connection refused";
      default ->
          String.valueOf(
              failure.getMessage() == null
                  ? failure.getClass().getSimpleName()
                  : failure.getMessage());
    };
  }

  private List<ApiException.Finding> findings(String body) {
    List<ApiException.Finding> findings = new ArrayList<>();
    for (JsonNode finding : quietTree(body).path("findings")) {
      findings.add(
          new ApiException.Finding(
              finding.path("code").asText(),
              finding.path("field").asText(),
              finding.path("message").asText()));
    }
    return findings;
  }

  private JsonNode quietTree(String body) {
    try {
      JsonNode tree = json.readTree(body);
      return tree == null ? json.missingNode() : tree;
    } catch (JsonProcessingException notJson) {
      return json.missingNode();
    }
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new ApiException.Failed("the answer is not JSON; is this a Cotejo server?");
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ApiException.Failed("interrupted");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
