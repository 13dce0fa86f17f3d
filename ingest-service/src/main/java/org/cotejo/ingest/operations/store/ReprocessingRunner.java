package org.cotejo.ingest.operations.store;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Begins one document after the other while there is room in the pipeline. */
@ApplicationScoped
public class ReprocessingRunner {
  private static final Logger LOG = Logger.getLogger(ReprocessingRunner.class);

  private final Reprocessings reprocessings;
  private final Overview overview;
  private final ReprocessingConfig config;

  @Inject
  public ReprocessingRunner(
      Reprocessings reprocessings, Overview overview, ReprocessingConfig config) {
    this.reprocessings = reprocessings;
    this.overview = overview;
    this.config = config;
  }

  @Scheduled(
      every = "${cotejo.reprocessing.every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void run() {
    try {
      long atWork = overview.counts().inFlight() - reprocessings.waitingUnfinished();
      long room = config.inFlight() - atWork;
      while (room > 0 && reprocessings.step()) {
        room--;
      }
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "the reprocessing waits");
    }
  }
}
