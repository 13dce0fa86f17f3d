package org.cotejo.ingest.fixity;

import java.time.Duration;

/**
 * How fast files may be read, so that checking leaves the store to those who wait for it.
 *
 * @param bytesPerSecond at least 1
 */
public record Pace(long bytesPerSecond) {
  private static final double NANOS_PER_SECOND = 1e9;

  public Pace {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("nothing would ever be checked at this pace");
    }
  }

  /** How long to rest after having read so many bytes in so long a time. */
  public Duration rest(long bytes, Duration took) {
    Duration due = Duration.ofNanos((long) (NANOS_PER_SECOND * bytes / bytesPerSecond));
    Duration rest = due.minus(took);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
