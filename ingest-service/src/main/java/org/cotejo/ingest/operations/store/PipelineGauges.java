package org.cotejo.ingest.operations.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The state of the pipeline as gauges, looked up every few seconds and not at each scrape. */
@ApplicationScoped
public class PipelineGauges {
  private final Overview overview;
  private final DeadLetterStore deadLetters;
  private final MeterRegistry metrics;
  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();
  private final AtomicLong openLetters = new AtomicLong();

  @Inject
  public PipelineGauges(Overview overview, DeadLetterStore deadLetters, MeterRegistry metrics) {
    this.overview = overview;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    for (String counter : List.of("accepted", "published", "failed")) {
      metrics.counter("cotejo.documents." + counter);
    }
    Gauge.builder("cotejo.documents.in.flight", inFlight::get).register(metrics);
    Gauge.builder("cotejo.dead.letters.open", openLetters::get).register(metrics);
    TimeGauge.builder("cotejo.oldest.unfinished.age", oldestSeconds::get, TimeUnit.SECONDS)
        .register(metrics);
  }

  @Scheduled(every = "5s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    inFlight.set(overview.counts().inFlight());
    openLetters.set(deadLetters.open());
    oldestSeconds.set(overview.oldestUnfinishedSeconds());
  }
}
