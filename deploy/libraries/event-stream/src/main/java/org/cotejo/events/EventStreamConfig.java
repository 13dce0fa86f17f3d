package org.cotejo.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Limits of publishing and of trying again. */
@ConfigMapping(prefix = "cotejo.events")
public interface EventStreamConfig {
  /**
   * The channels of each stage that operators may pause, by the stage's name. They are declared
   * pausable, and paused to begin with, beside the channel's other settings.
   */
  Map<String, List<String>> stages();

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
