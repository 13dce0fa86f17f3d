package org.cotejo.search;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The clock of the service under test; it goes right unless a test stops it. */
@Singleton
public class TestClock extends Clock {
  private volatile Optional<Instant> stopped = Optional.empty();

  /** Stops the clock at a time. */
  void stopAt(Instant time) {
    stopped = Optional.of(time);
  }

  /** Lets the clock go right again. */
  void goOn() {
    stopped = Optional.empty();
  }

  @Override
  public Instant instant() {
    return stopped.orElseGet(Instant::now);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return fixed(instant(), zone);
  }
}
