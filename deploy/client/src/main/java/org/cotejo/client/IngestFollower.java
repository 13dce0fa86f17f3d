package org.cotejo.client;

import java.time.Duration;
import java.time.Instant;
import org.cotejo.client.api.CotejoApi;

/**
 * Looks at an ingest until it has ended. Polling outlives a restart of the service, which a stream
 * of events would not.
 */
final class IngestFollower {

  private static final Duration LOOK_EVERY = Duration.ofMillis(400);

  private final CotejoApi api;
  private final ProgressDisplay display;
  private final Duration timeout;

  IngestFollower(CotejoApi api, ProgressDisplay display, Duration timeout) {
    this.api = api;
    this.display = display;
    this.timeout = timeout;
  }

  int follow(String ingestId) {
    Instant end = Instant.now().plus(timeout);
    while (true) {
      Ingest ingest = Ingest.of(api.get("/v1/ingests/" + CotejoApi.encode(ingestId)));
      display.show(ingest);
      if (ingest.ended()) {
        display.end(ingest);
        return ingest.exitCode();
      }
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "still "
                + ingest.state()
                + " after "
                + timeout.toSeconds()
                + " s; see cotejo status "
                + ingestId);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
