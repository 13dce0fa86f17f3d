package org.cotejo.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of publishing and of trying again. */
@ConfigMapping(prefix = "cotejo.events")
public interface EventStreamConfig {
  /** How long to wait for the broker to confirm a message. */
  @WithDefault("30s")
  Duration publishTimeout();

  /** Pause before the second try. Doubles from try to try. */
  @WithDefault("500ms")
  Duration retryInitialDelay();

  /** Longest pause between two tries. */
  @WithDefault("30s")
  Duration retryMaximumDelay();

  /**
   * From the first try on, how long a transient failure is tried again before the message becomes a
   * dead letter. Long enough for a database or store to be restarted.
   */
  @WithDefault("10m")
  Duration retryGiveUpAfter();
}
