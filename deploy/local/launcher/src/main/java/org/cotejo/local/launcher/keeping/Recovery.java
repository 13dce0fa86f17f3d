package org.cotejo.local.launcher.keeping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cotejo.local.launcher.auth.Role;
import org.cotejo.local.launcher.auth.SigningKey;
import org.cotejo.local.launcher.stack.Progress;

/**
 * What a stack out of a backup does once it is up, by the same three requests that an operator
 * sends elsewhere: what was in flight is begun anew, the lexica are told of, and the index is
 * built.
 *
 * @param marker there as long as it has not been done
 */
public record Recovery(Path marker) {
  private static final Duration REQUEST_LIMIT = Duration.ofMinutes(2);
  private static final Duration REBUILD_LIMIT = Duration.ofHours(6);
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);
  private static final int ACCEPTED = 202;
  private static final int CONFLICT = 409;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether there is something to do. */
  public boolean due() {
    return Files.exists(marker);
  }

  /** Does it; when that fails the next start tries again. */
  public void run(String url, String issuer, SigningKey key, Progress progress) {
    String token = key.token(issuer, List.of(Role.OPERATOR), Instant.now(), TOKEN_VALIDITY);
    try (HttpClient http = HttpClient.newHttpClient()) {
      Calls calls = new Calls(http, url, token);
      progress.line("restored: documents in flight " + calls.post("/v1/operations/recovery"));
      progress.line("restored: lexica told of " + calls.post("/v1/lexicon/announcements"));
      calls.post("/v1/operations/rebuild");
      JsonNode rebuilt = calls.awaitRebuild();
      progress.line("restored: index rebuilt " + rebuilt);
      Files.delete(marker);
    } catch (IOException failure) {
      progress.line(
          "the recovery is not complete; the next start tries again: " + failure.getMessage());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private record Calls(HttpClient http, String url, String token) {
    JsonNode post(String path) throws IOException, InterruptedException {
      HttpResponse<String> answer = send(path, "POST");
      if (answer.statusCode() != ACCEPTED && answer.statusCode() != CONFLICT) {
        throw new IOException(
            path + " was answered with " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    }

    JsonNode awaitRebuild() throws IOException, InterruptedException {
      Instant end = Instant.now().plus(REBUILD_LIMIT);
      Instant again = Instant.now().plus(ASK_AGAIN);
      while (Instant.now().isBefore(end)) {
        if (Instant.now().isAfter(again)) {
          // Refused while it goes on; begun anew where its service was killed.
          post("/v1/operations/rebuild");
          again = Instant.now().plus(ASK_AGAIN);
        }
        JsonNode state = JSON.readTree(send("/v1/operations/rebuild", "GET").body());
        switch (state.path("state").asText()) {
          case "completed" -> {
            return state;
          }
          case "failed" -> throw new IOException("the rebuild of the index failed: " + state);
          default -> Thread.sleep(POLL);
        }
      }
      throw new IOException("the rebuild of the index takes too long");
    }

    private HttpResponse<String> send(String path, String method)
        throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + path))
              .timeout(REQUEST_LIMIT)
              .header("Authorization", "Bearer " + token)
              .method(method, BodyPublishers.noBody())
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
