package org.cotejo.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cotejo.client.api.CotejoApi;
import org.cotejo.client.api.MultipartBody;

/** Submits documents and waits for them, as a client does. */
public final class Submissions {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final CotejoApi api;

  public Submissions(CotejoApi api) {
    this.api = api;
  }

  /** A document that was accepted, and when its submitter knew it. */
  public record Accepted(String documentId, String ingestId, Instant at) {}

  public Accepted submit(Path record, List<Path> scans, List<Path> translations) {
    MultipartBody form = new MultipartBody("bench-" + UUID.randomUUID());
    form.file("record", record, "application/json");
    scans.forEach(scan -> form.file("scan", scan, "application/octet-stream"));
    for (Path translation : translations) {
      String language = String.valueOf(translation.getFileName()).replace(".txt", "");
      form.file("translation." + language, translation, "text/plain; charset=UTF-8");
    }
    JsonNode accepted = api.postForm("/v1/documents", form, UUID.randomUUID().toString());
    return new Accepted(
        accepted.path("documentId").asText(), accepted.path("ingestId").asText(), Instant.now());
  }

  /** Waits for the end of an ingest; anything but completion ends the bench. */
  void awaitCompleted(Accepted accepted) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (true) {
      JsonNode ingest = api.get("/v1/ingests/" + accepted.ingestId());
      if (ingest.path("ended").asBoolean()) {
        if (!ingest.path("state").asText().equals("completed")) {
          throw new IOException("an ingest ended otherwise: " + ingest);
        }
        return;
      }
      pause(end, "ingest " + accepted.ingestId());
    }
  }

  void awaitFound(Accepted accepted, String word) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (!api.get("/v1/search?q=" + CotejoApi.encode(word))
        .path("hits")
        .toString()
        .contains(accepted.documentId())) {
      pause(end, "search for " + word);
    }
  }

  private static void pause(Instant end, String what) throws IOException, InterruptedException {
    if (Instant.now().isAfter(end)) {
      throw new IOException(what + " took longer than " + LIMIT);
    }
    Thread.sleep(LOOK_EVERY);
  }

  static Path record(Path work, String title, String language) throws IOException {
    return Files.writeString(
        work.resolve("record.json"),
        """
        {"title":"%s","originalLanguages":["%s"],"collection":"Bench","access":{"level":"public"}}
        """
            .formatted(title, language));
  }
}
