package org.cotejo.ingest.operations.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is kept what need not be kept for ever. */
@ConfigMapping(prefix = "cotejo.retention")
public interface RetentionConfig {
  /** A submission that is repeated under its key within this time gets the same answer. */
  @WithDefault("400d")
  Duration idempotencyKeys();

  /** Dead letters that were replayed or discarded; those that are open stay. */
  @WithDefault("400d")
  Duration settledDeadLetters();

  /** Rows removed in one transaction, so that no lock is held for long. */
  @WithDefault("1000")
  int batch();

  /** Transactions in one go; what is left comes an hour later. */
  @WithDefault("100")
  int batches();
}
