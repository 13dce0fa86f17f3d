package org.cotejo.local.launcher.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.local.launcher.auth.Role;
import org.cotejo.local.launcher.auth.SigningKey;
import org.cotejo.local.launcher.folder.PrivateFile;
import org.cotejo.local.launcher.stack.Progress;

/**
 * Folders of papers, each with {@code record.json}, {@code scans/} and {@code translations/}.
 *
 * @param papers the folder that holds them
 * @param marker written when all are accepted, so that a later start leaves them alone
 */
public record SampleCollection(Path papers, Path marker) {
  private static final Duration REQUEST_LIMIT = Duration.ofMinutes(2);
  private static final Duration PROCESSING_LIMIT = Duration.ofMinutes(30);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration TOKEN_VALIDITY = Duration.ofHours(1);
  private static final int ATTEMPTS = 10;
  private static final int ACCEPTED = 202;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Submits all papers once and says when they have been processed. */
  public void load(String url, String issuer, SigningKey key, Progress progress) {
    if (Files.exists(marker) || !Files.isDirectory(papers)) {
      return;
    }
    String token =
        key.token(issuer, List.of(Role.SUBMITTER, Role.CURATOR), Instant.now(), TOKEN_VALIDITY);
    try (HttpClient http = HttpClient.newHttpClient()) {
      Instant start = Instant.now();
      List<URI> ingests = submitAll(http, URI.create(url), token, progress);
      PrivateFile.write(marker, Instant.now() + "\n");
      int complete = awaitAll(http, ingests, token);
      progress.line(
          "sample collection: %d of %d papers are in, %d s after they were sent"
              .formatted(
                  complete, ingests.size(), Duration.between(start, Instant.now()).toSeconds()));
    } catch (IOException failure) {
      progress.line(
          "the sample collection could not be loaded; the next start tries again: "
              + failure.getMessage());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private List<URI> submitAll(HttpClient http, URI url, String token, Progress progress)
      throws IOException, InterruptedException {
    List<Path> folders = sorted(papers);
    progress.line("sample collection: sending %d papers".formatted(folders.size()));
    List<URI> ingests = new ArrayList<>();
    for (Path paper : folders) {
      ingests.add(submit(http, url, token, paper));
    }
    return ingests;
  }

  private static URI submit(HttpClient http, URI url, String token, Path paper)
      throws IOException, InterruptedException {
    MultipartForm form =
        new MultipartForm().file("record", paper.resolve("record.json"), "application/json");
    for (Path scan : sorted(paper.resolve("scans"))) {
      // Files are recognised by content.
      form.file("scan", scan, "application/octet-stream");
    }
    for (Path translation : sorted(paper.resolve("translations"))) {
      String language = translation.getFileName().toString().replaceAll("\\.txt$", "");
      form.file("translation." + language, translation, "text/plain; charset=utf-8");
    }
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/v1/documents"))
            .timeout(REQUEST_LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", "sample-" + paper.getFileName())
            .header("Content-Type", form.mediaType())
            .POST(form.body())
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    for (int attempt = 1; answer.statusCode() >= 500 && attempt < ATTEMPTS; attempt++) {
      // A service is being started again; the key makes a repeat harmless.
      Thread.sleep(POLL);
      answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    if (answer.statusCode() != ACCEPTED) {
      throw new IOException(
          paper.getFileName() + " was answered with " + answer.statusCode() + " " + answer.body());
    }
    return url.resolve("/v1/ingests/" + JSON.readTree(answer.body()).path("ingestId").asText());
  }

  private static int awaitAll(HttpClient http, List<URI> ingests, String token)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PROCESSING_LIMIT);
    int complete = 0;
    for (URI ingest : ingests) {
      String state = state(http, ingest, token);
      while (unfinished(state) && Instant.now().isBefore(end)) {
        Thread.sleep(POLL);
        state = state(http, ingest, token);
      }
      complete += state.equals("completed") ? 1 : 0;
    }
    return complete;
  }

  private static boolean unfinished(String state) {
    return state.equals("accepted") || state.equals("running") || state.isEmpty();
  }

  /** The state of an ingest; empty when it cannot be had at this moment. */
  private static String state(HttpClient http, URI ingest, String token)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(ingest)
            .timeout(REQUEST_LIMIT)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode body = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.nullNode();
      return body.path("state").asText("");
    } catch (IOException restarting) {
      return "";
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }
}
