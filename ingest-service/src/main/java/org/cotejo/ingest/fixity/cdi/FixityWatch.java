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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.ingest.fixity.FixityOutcome;
import org.cotejo.ingest.fixity.Pace;
import org.cotejo.ingest.fixity.StoredFile;
import org.cotejo.ingest.fixity.store.FixityLedger;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
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

  private final FixityLedger ledger;
  private final ObjectStore objects;
  private final FixityConfig config;
  private final MeterRegistry metrics;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicLong damaged = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();

  @Inject
  public FixityWatch(
      FixityLedger ledger, ObjectStore objects, FixityConfig config, MeterRegistry metrics) {
    this.ledger = ledger;
    this.objects = objects;
    this.config = config;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    for (String state : List.of("sound", "missing", "differs")) {
      checked(state);
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
    Optional<Instant> turn = ledger.turn(Optional.empty(), config.turn());
    if (turn.isEmpty()) {
      return;
    }
    try {
      Pace pace = new Pace(config.bytesPerSecond());
      for (StoredFile file : ledger.due(config.cycle(), config.damagedAgain(), config.batch())) {
        turn = ledger.turn(turn, config.turn());
        if (turn.isEmpty() || !check(file, pace)) {
          return;
        }
      }
    } finally {
      turn.ifPresent(ledger::leave);
    }
  }

  /** False when the rest has to wait: the service stops, or the store does not answer. */
  private boolean check(StoredFile file, Pace pace) {
    long start = System.nanoTime();
    FixityOutcome outcome;
    try {
      outcome = compare(file);
    } catch (ObjectStoreException.StoreUnavailable unavailable) {
      LOG.warnf("fixity waits for the object store: %s", unavailable.getMessage());
      return false;
    }
    boolean changed = ledger.record(file, outcome);
    checked(outcome.state()).increment();
    if (changed && outcome instanceof FixityOutcome.Sound) {
      LOG.infof("objectKey=%s is sound again", file.objectKey());
    } else if (changed) {
      LOG.errorf("objectKey=%s fixity=%s %s", file.objectKey(), outcome.state(), outcome.detail());
    }
    Duration rest = pace.rest(file.sizeBytes(), Duration.ofNanos(System.nanoTime() - start));
    try {
      return !stopping.await(rest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private FixityOutcome compare(StoredFile file) {
    try {
      Digest actual = objects.digestOf(new ObjectKey(file.objectKey()));
      return actual.hex().equals(file.digest())
          ? new FixityOutcome.Sound()
          : new FixityOutcome.Differs(actual.hex());
    } catch (ObjectStoreException.ObjectMissing missing) {
      return new FixityOutcome.Missing();
    }
  }
}
