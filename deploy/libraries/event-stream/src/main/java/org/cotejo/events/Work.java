package org.cotejo.events;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One message in hand, and for how long it has stood still: the time since its last step, and that
 * of tries before which failed at the same place or an earlier one. A try that repeats steps is at
 * work meanwhile, but does not bring the message further.
 */
final class Work {
  private final LongSupplier nanoseconds;

  /** When it was last seen at work. */
  private long since;

  private long stoodBeforeNanos;
  private long steps;
  private long mostSteps;

  /**
   * A message that is taken now.
   *
   * @param nanoseconds a clock that never goes back
   */
  Work(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    this.since = nanoseconds.getAsLong();
  }

  /** A try begins, the first or another one. */
  synchronized void tried() {
    long now = nanoseconds.getAsLong();
    stoodBeforeNanos += now - since;
    since = now;
    steps = 0;
  }

  /** A step was done. */
  synchronized void advanced() {
    since = nanoseconds.getAsLong();
    steps++;
    if (steps > mostSteps) {
      mostSteps = steps;
      stoodBeforeNanos = 0;
    }
  }

  synchronized Duration standstill() {
    return Duration.ofNanos(stoodBeforeNanos + nanoseconds.getAsLong() - since);
  }
}
