package org.cotejo.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Pace of the relay and memory of the inbox. */
@ConfigMapping(prefix = "cotejo.outbox")
public interface OutboxConfig {
  /** Events published in one transaction. */
  @WithDefault("200")
  int batchSize();

  /** How long handled events are remembered; longer than the broker keeps messages to redeliver. */
  @WithDefault("30d")
  Duration inboxRetention();
}
