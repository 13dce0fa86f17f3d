package org.cotejo.ingest.operations.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.ingest.progress.store.DocumentCounters;

/**
 * The state of the pipeline as gauges, looked up every few seconds and not at each scrape. They
 * come out of the database, so that each instance of the service shows the same.
 */
@ApplicationScoped
public class PipelineGauges {
  private final Overview overview;
  private final DeadLetterStore deadLetters;
  private final MeterRegistry metrics;
  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicLong searchable = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();
  private final AtomicLong openLetters = new AtomicLong();
  private final AtomicLong oldestLetterSeconds = new AtomicLong();
  private final Map<String, StageLoad> stages = new ConcurrentHashMap<>();

  /** What waits for a stage or is in its hands. */
  private record StageLoad(AtomicLong waiting, AtomicLong oldestSeconds) {}

  @Inject
  public PipelineGauges(Overview overview, DeadLetterStore deadLetters, MeterRegistry metrics) {
    this.overview = overview;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    DocumentCounters.register(metrics);
    deadLetters.settled("replayed");
    deadLetters.settled("discarded");
    Gauge.builder("cotejo.documents.in.flight", inFlight::get)
        .description("Documents whose latest ingest has not ended")
        .register(metrics);
    Gauge.builder("cotejo.documents.searchable", searchable::get)
        .description("Documents that the index must have: published once and not withdrawn")
        .register(metrics);
    TimeGauge.builder("cotejo.oldest.unfinished.age", oldestSeconds::get, TimeUnit.SECONDS)
        .description("Age of the oldest ingest that has not ended; 0 for none")
        .register(metrics);
    Gauge.builder("cotejo.dead.letters.open", openLetters::get)
        .description("Dead letters that wait for an operator")
        .register(metrics);
    TimeGauge.builder("cotejo.dead.letters.age", oldestLetterSeconds::get, TimeUnit.SECONDS)
        .description("Age of the dead letter that has been open longest; 0 for none")
        .register(metrics);
  }

  @Scheduled(every = "5s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    inFlight.set(overview.counts().inFlight());
    openLetters.set(deadLetters.open());
    oldestLetterSeconds.set(deadLetters.oldestOpenSeconds());
    oldestSeconds.set(overview.oldestUnfinishedSeconds());
    for (Overview.Load load : overview.loads()) {
      StageLoad gauges = stages.computeIfAbsent(load.stage(), this::stage);
      gauges.waiting().set(load.inFlight());
      gauges.oldestSeconds().set(load.oldestAgeSeconds());
    }
  }

  /** Counts all documents, and therefore more seldom. */
  @Scheduled(every = "30s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void count() {
    searchable.set(overview.searchable());
  }

  private StageLoad stage(String stage) {
    StageLoad load = new StageLoad(new AtomicLong(), new AtomicLong());
    Gauge.builder("cotejo.stage.unfinished", load.waiting()::get)
        .description("Pages (surrogates, recognition) or documents that a stage has still to do")
        .tag("stage", stage)
        .register(metrics);
    TimeGauge.builder("cotejo.stage.oldest.age", load.oldestSeconds()::get, TimeUnit.SECONDS)
        .description("How long the oldest of them has been there; 0 for none")
        .tag("stage", stage)
        .register(metrics);
    return load;
  }
}
