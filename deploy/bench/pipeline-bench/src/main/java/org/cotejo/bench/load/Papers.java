package org.cotejo.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.bench.pipeline.Submissions;
import org.cotejo.client.api.CotejoApi;

/** Submits papers at a steady rate and follows each of them to its end; used by one thread. */
final class Papers {
  /** The service says when an ingest ended; looking often would be a load of its own. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final DustyPapers samples;
  private final Path folder;
  private final CotejoApi api;
  private final Submissions submissions;
  private final int inFlightLimit;
  private final List<Sent> inFlight = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();
  private final Set<String> documents = new HashSet<>();
  private long bytes;
  private int heldBack;

  private record Sent(Submissions.Accepted accepted, Instant at) {}

  /**
   * A paper whose ingest has ended.
   *
   * @param millis from before its first byte was sent to the end of its ingest, by the service
   */
  record Ended(boolean published, int pages, long millis, Instant at) {}

  /**
   * @param folder for page images that are on their way
   * @param inFlightLimit how many papers may be under way; what is due then is held back
   */
  Papers(DustyPapers samples, Path folder, CotejoApi api, int inFlightLimit) {
    this.samples = samples;
    this.folder = folder;
    this.api = api;
    this.submissions = new Submissions(api);
    this.inFlightLimit = inFlightLimit;
  }

  /** Submits one. */
  void submit() throws IOException {
    DustyPapers.Copy paper = samples.next(folder);
    Instant at = Instant.now();
    try {
      Submissions.Accepted accepted =
          submissions.submit(paper.record(), paper.scans(), paper.translations());
      inFlight.add(new Sent(accepted, at));
      documents.add(accepted.documentId());
      bytes += paper.bytes();
    } finally {
      for (Path scan : paper.scans()) {
        Files.deleteIfExists(scan);
      }
    }
  }

  /**
   * Submits one an interval for the given time; what is due while too many are under way, later.
   */
  void submitSteadily(Duration time, Duration interval) throws IOException, InterruptedException {
    Instant start = Instant.now();
    Instant end = start.plus(time);
    Instant due = start;
    while (Instant.now().isBefore(end)) {
      if (!Instant.now().isBefore(due)) {
        if (inFlight.size() < inFlightLimit) {
          submit();
        } else {
          heldBack++;
        }
        due = due.plus(interval);
      }
      look();
      Duration rest = Duration.between(Instant.now(), due);
      if (rest.isPositive()) {
        Thread.sleep(rest.compareTo(LOOK_EVERY) < 0 ? rest : LOOK_EVERY);
      }
    }
  }

  /**
   * Waits until none is under way.
   *
   * @throws IOException when some are after the limit
   */
  void awaitAll(Duration limit) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(limit);
    look();
    while (!inFlight.isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new IOException(inFlight.size() + " papers had not ended after " + limit);
      }
      Thread.sleep(LOOK_EVERY);
      look();
    }
  }

  private void look() {
    for (Sent sent : List.copyOf(inFlight)) {
      JsonNode ingest = api.get("/v1/ingests/" + sent.accepted().ingestId());
      if (ingest.path("ended").asBoolean()) {
        inFlight.remove(sent);
        Instant at = Instant.parse(ingest.path("endedAt").asText());
        boolean published = ingest.path("state").asText().equals("completed");
        if (!published) {
          System.err.println("an ingest ended otherwise: " + ingest);
        }
        ended.add(
            new Ended(
                published,
                ingest.path("pageCount").asInt(),
                Duration.between(sent.at(), at).toMillis(),
                at));
      }
    }
  }

  List<Ended> ended() {
    return List.copyOf(ended);
  }

  int submitted() {
    return ended.size() + inFlight.size();
  }

  /** How many documents the service made of what was submitted. */
  int documents() {
    return documents.size();
  }

  /** Bytes of all scans. */
  long bytes() {
    return bytes;
  }

  int heldBack() {
    return heldBack;
  }
}
