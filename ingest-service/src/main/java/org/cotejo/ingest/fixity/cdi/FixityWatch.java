package org.cotejo.ingest.fixity.cdi;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.ingest.fixity.FixityOutcome;
import org.cotejo.ingest.fixity.Pace;
import org.cotejo.ingest.fixity.PacedRound;
import org.cotejo.ingest.fixity.RepairOutcome;
import org.cotejo.ingest.fixity.StoredFile;
import org.cotejo.ingest.fixity.objects.FileComparison;
import org.cotejo.ingest.fixity.objects.Repair;
import org.cotejo.ingest.fixity.objects.SecondBucket;
import org.cotejo.ingest.fixity.store.FixityLedger;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;
import org.jboss.logging.Logger;

/**
 * Compares the files of the archive with their digests, all of them within a cycle. Of several
 * processes one works at a time; a file is read as a stream and at a bounded pace.
 */
@ApplicationScoped
public class FixityWatch {
  private static final Logger LOG = Logger.getLogger(FixityWatch.class);

  /** Compared, fetched, written, read back. */
  private static final int PASSES_OF_A_REPAIR = 4;

  private final FixityLedger ledger;
  private final ObjectStore objects;
  private final FixityConfig config;
  private final SecondBucket second;
  private final MeterRegistry metrics;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicLong damaged = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();

  @Inject
  public FixityWatch(
      FixityLedger ledger,
      ObjectStore objects,
      FixityConfig config,
      SecondBucket second,
      MeterRegistry metrics) {
    this.ledger = ledger;
    this.objects = objects;
    this.config = config;
    this.second = second;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    for (String state : List.of("sound", "missing", "differs")) {
      checked(state);
    }
    for (RepairOutcome outcome : RepairOutcome.values()) {
      repairs(outcome);
    }
    Gauge.builder("cotejo.fixity.damaged", damaged::get)
        .description("Stored files that are missing or not what came in")
        .register(metrics);
    TimeGauge.builder("cotejo.fixity.oldest.check.age", oldestSeconds::get, TimeUnit.SECONDS)
        .description(
            "Since the last check of the file that was checked longest ago: a full cycle is younger")
        .register(metrics);
  }

  private Counter checked(String state) {
    return Counter.builder("cotejo.fixity.checked")
        .description("Stored files compared with the digest they came in under, by what was found")
        .tag("state", state)
        .register(metrics);
  }

  private Counter repairs(RepairOutcome outcome) {
    return Counter.builder("cotejo.fixity.repairs")
        .description(
            "Damaged files that were to be taken from the second bucket, by what came of it")
        .tag("outcome", outcome.label())
        .register(metrics);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /** Checks what is due; the scheduler waits until it is done. */
  @Scheduled(
      every = "${cotejo.fixity.every:60s}",
      delayed = "${cotejo.fixity.delayed:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    if (config.enabled()) {
      check();
    }
    FixityLedger.Summary summary = ledger.summary();
    damaged.set(summary.damaged());
    Instant oldest = summary.oldestCheck();
    oldestSeconds.set(oldest == null ? 0 : Duration.between(oldest, Instant.now()).toSeconds());
  }

  private void check() {
    Turn turn = new Turn();
    if (!turn.take()) {
      return;
    }
    try {
      new PacedRound(new Pace(config.bytesPerSecond()), System::nanoTime, this::rest)
          .run(
              ledger.due(config.cycle(), config.damagedAgain(), config.batch()),
              file -> turn.take() ? check(file) : OptionalLong.empty());
    } finally {
      turn.leave();
    }
  }

  /** This process's turn among several. */
  private final class Turn {
    private Optional<Instant> held = Optional.empty();

    /** Takes it or renews it; false when another process has it. */
    boolean take() {
      held = ledger.turn(held, config.turn());
      return held.isPresent();
    }

    void leave() {
      held.ifPresent(ledger::leave);
    }
  }

  private boolean rest(Duration time) {
    try {
      return !stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How many bytes were read and written; empty when the store does not answer. */
  private OptionalLong check(StoredFile file) {
    FixityOutcome outcome;
    try {
      outcome = FileComparison.compare(objects, file);
    } catch (ObjectStoreException.StoreUnavailable unavailable) {
      LOG.warnf("fixity waits for the object store: %s", unavailable.getMessage());
      return OptionalLong.empty();
    }
    boolean changed = ledger.record(file, outcome);
    checked(outcome.state()).increment();
    if (changed && outcome instanceof FixityOutcome.Sound) {
      LOG.infof("objectKey=%s is sound again", file.objectKey());
    } else if (changed) {
      LOG.errorf("objectKey=%s fixity=%s %s", file.objectKey(), outcome.state(), outcome.detail());
    }
    Optional<Repair> repair = second.repair();
    if (outcome instanceof FixityOutcome.Sound || repair.isEmpty()) {
      return OptionalLong.of(file.sizeBytes());
    }
    repair(file, outcome, repair.get());
    return OptionalLong.of(file.sizeBytes() * PASSES_OF_A_REPAIR);
  }

  private void repair(StoredFile file, FixityOutcome found, Repair repair) {
    RepairOutcome outcome = repair.repair(file);
    repairs(outcome).increment();
    switch (outcome) {
      case REPAIRED -> {
        ledger.repaired(file, found);
        LOG.warnf("objectKey=%s was taken from the second bucket", file.objectKey());
      }
      case COPY_MISSING, COPY_DIFFERS, FAILED -> ledger.notRepaired(file, found, outcome);
    }
  }
}
