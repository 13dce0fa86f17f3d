package org.cotejo.client;

import java.io.PrintWriter;
import java.time.Duration;
import org.cotejo.client.api.CotejoApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether and how long to wait for the end of an ingest. */
@Command
final class FollowOptions {

  @Option(
      names = "--follow",
      description = "Wait until the ingest has ended and show how far it is.")
  private boolean follow;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description = "How long to follow at most (default: ${DEFAULT-VALUE}).")
  private long timeoutSeconds;

  boolean follow() {
    return follow;
  }

  int followIfAsked(CotejoApi api, String ingestId, PrintWriter errors) {
    if (!follow) {
      return ExitCode.OK;
    }
    ProgressDisplay display =
        Terminal.attached() ? new ProgressDisplay.Bar(errors) : new ProgressDisplay.Lines(errors);
    return new IngestFollower(api, display, Duration.ofSeconds(timeoutSeconds)).follow(ingestId);
  }
}
