package org.cotejo.local.launcher.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long to wait before a part that died starts again, and when to give up. */
final class RestartPolicy {
  /** A part that dies more often than this within the window will not be helped by one more. */
  static final int LIMIT = 10;

  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  private final Deque<Instant> deaths = new ArrayDeque<>();

  /** The delay before the next start; empty when the limit is reached. */
  synchronized Optional<Duration> afterDeath(Instant now) {
    while (!deaths.isEmpty() && deaths.getFirst().isBefore(now.minus(WINDOW))) {
      deaths.removeFirst();
    }
    if (deaths.size() >= LIMIT) {
      return Optional.empty();
    }
    Duration delay = FIRST_DELAY.multipliedBy(1L << deaths.size());
    deaths.addLast(now);
    return Optional.of(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
  }
}
