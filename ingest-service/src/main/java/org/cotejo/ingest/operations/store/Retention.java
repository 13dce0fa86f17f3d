package org.cotejo.ingest.operations.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Removes what has served its time, a few rows at a time. Documents, ingests and the audit are not
 * among them: they are kept for ever.
 */
@ApplicationScoped
public class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);

  private final EntityManager entities;
  private final RetentionConfig config;
  private final MeterRegistry metrics;

  @Inject
  public Retention(EntityManager entities, RetentionConfig config, MeterRegistry metrics) {
    this.entities = entities;
    this.config = config;
    this.metrics = metrics;
  }

  /** What can be removed, each with the statement that removes the oldest of it. */
  private enum Kind {
    IDEMPOTENCY_KEY(
        "idempotency-key",
        "delete from idempotency_key where (submitter, idempotency_key) in"
            + " (select submitter, idempotency_key from idempotency_key where created_at < :before"
            + " order by created_at limit :most)"),
    DEAD_LETTER(
        "dead-letter",
        "delete from dead_letter where id in"
            + " (select id from dead_letter where state <> 'open' and settled_at < :before"
            + " order by settled_at limit :most)");

    private final String label;
    private final String sql;

    Kind(String label, String sql) {
      this.label = label;
      this.sql = sql;
    }
  }

  void register(@Observes StartupEvent event) {
    for (Kind kind : Kind.values()) {
      removed(kind);
    }
  }

  private Counter removed(Kind kind) {
    return Counter.builder("cotejo.retention.removed")
        .description("Rows that had served their time and were removed, by what they were")
        .tag("kind", kind.label)
        .register(metrics);
  }

  @Scheduled(
      every = "1h",
      delayed = "7m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void onTick() {
    run();
  }

  /**
   * Removes what is due now.
   *
   * @return how many rows
   */
  public long run() {
    long keys = remove(Kind.IDEMPOTENCY_KEY, config.idempotencyKeys());
    long letters = remove(Kind.DEAD_LETTER, config.settledDeadLetters());
    if (keys + letters > 0) {
      LOG.infof("removed %d idempotency keys and %d settled dead letters", keys, letters);
    }
    return keys + letters;
  }

  private long remove(Kind kind, Duration kept) {
    Instant before = Instant.now().minus(kept);
    long removed = 0;
    for (int batch = 0; batch < config.batches(); batch++) {
      int rows =
          QuarkusTransaction.requiringNew()
              .call(
                  () ->
                      entities
                          .createNativeQuery(kind.sql)
                          .setParameter("before", before)
                          .setParameter("most", config.batch())
                          .executeUpdate());
      removed(kind).increment(rows);
      removed += rows;
      if (rows < config.batch()) {
        return removed;
      }
    }
    return removed;
  }
}
