package org.cotejo.ingest.catalogue;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers of version 7 (RFC 9562, section 5.7): they sort by the time of their making.
 */
public final class Uuid7 {
  private final Clock clock;
  private final RandomGenerator random;

  public Uuid7(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new identifier. */
  public UUID next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = 0x8000000000000000L | (random.nextLong() & 0x3FFFFFFFFFFFFFFFL);
    return new UUID(high, low);
  }
}
