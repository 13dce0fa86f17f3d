package org.cotejo.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Of tests: how long is waited between tries, and when they end. */
record Limits(Duration delay, Duration giveUpAfter) implements EventStreamConfig {
  @Override
  public Map<String, List<String>> stages() {
    return Map.of();
  }

  @Override
  public Duration publishTimeout() {
    return delay;
  }

  @Override
  public Duration retryInitialDelay() {
    return delay;
  }

  @Override
  public Duration retryMaximumDelay() {
    return delay;
  }

  @Override
  public Duration retryGiveUpAfter() {
    return giveUpAfter;
  }
}
