package org.cotejo.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox in order, soon after each commit and every second besides.
 *
 * <p>Of several instances one at a time publishes (an advisory lock of the database), so that the
 * events of a document keep their order. What was published but not yet deleted when the process
 * died is published again: consumers know events by their id.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private static final int PORTION = 10_000;
  private static final int PORTIONS = 100;

  private final OutboxBatch batch;
  private final Inbox inbox;
  private final OutboxConfig config;
  private final ExecutorService executor;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();
  private final AtomicLong pending = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();

  @Inject
  public OutboxRelay(
      OutboxBatch batch,
      Inbox inbox,
      OutboxConfig config,
      MeterRegistry metrics,
      @Identifier("outbox-relay") ExecutorService executor) {
    this.batch = batch;
    this.inbox = inbox;
    this.config = config;
    this.executor = executor;
    Gauge.builder("cotejo.outbox.pending", pending::get)
        .description("Events that are not published yet")
        .register(metrics);
    TimeGauge.builder("cotejo.outbox.age", oldestSeconds::get, TimeUnit.SECONDS)
        .description("Age of the oldest event that is not published yet; 0 for none")
        .register(metrics);
  }

  void onFilled(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.OutboxFilled committed) {
    again.set(true);
    executor.execute(this::drain);
  }

  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void onTick() {
    again.set(true);
    drain();
    OutboxBatch.Backlog backlog = batch.backlog();
    pending.set(backlog.count());
    oldestSeconds.set(backlog.oldestSeconds());
  }

  @Scheduled(every = "1h", delayed = "5m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void forgetOld() {
    // A million rows an hour; what is left comes an hour later.
    for (int portion = 0; portion < PORTIONS; portion++) {
      if (inbox.forgetOlderThan(config.inboxRetention(), PORTION) < PORTION) {
        return;
      }
    }
  }

  /** Publishes until nothing is left; one thread at a time, and no request is missed. */
  private void drain() {
    while (again.get() && running.compareAndSet(false, true)) {
      try {
        again.set(false);
        int published = batch.publish(config.batchSize());
        if (published == config.batchSize()) {
          again.set(true);
        }
      } catch (RuntimeException failure) {
        LOG.warnf("the outbox is not published yet: %s", failure.toString());
        return;
      } finally {
        running.set(false);
      }
    }
  }
}
