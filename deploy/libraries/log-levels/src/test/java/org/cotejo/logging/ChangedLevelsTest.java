package org.cotejo.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ChangedLevelsTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  private final Hand hand = new Hand();
  private final ChangedLevels levels = new ChangedLevels(hand);

  /** A clock that is set by hand. */
  private static final class Hand extends Clock {
    private Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aChangeEndsByItself() {
    // Given
    Logger logger = Logger.getLogger("org.cotejo.test.ends");
    // When
    levels.change("org.cotejo.test.ends", "DEBUG", Duration.ofMinutes(15));
    // Then
    assertTrue(logger.isLoggable(Level.FINE));
    assertEquals(
        List.of(new ChangedLevels.View("org.cotejo.test.ends", "DEBUG", NOON.plusSeconds(900))),
        levels.all());
    // When
    hand.now = NOON.plusSeconds(899);
    levels.expire();
    // Then
    assertTrue(logger.isLoggable(Level.FINE));
    // When
    hand.now = NOON.plusSeconds(900);
    levels.expire();
    // Then
    assertNull(logger.getLevel(), "what its parents say holds again");
    assertEquals(List.of(), levels.all());
  }

  @Test
  void aSecondChangeRemembersWhatWasBeforeTheFirst() {
    // Given
    Logger logger = Logger.getLogger("org.cotejo.test.twice");
    logger.setLevel(Level.WARNING);
    // When
    levels.change("org.cotejo.test.twice", "DEBUG", Duration.ofMinutes(1));
    levels.change("org.cotejo.test.twice", "OFF", Duration.ofMinutes(1));
    // Then
    assertFalse(logger.isLoggable(Level.SEVERE));
    assertTrue(levels.takeBack("org.cotejo.test.twice"));
    assertEquals(Level.WARNING, logger.getLevel());
    assertFalse(levels.takeBack("org.cotejo.test.twice"));
  }

  @Test
  void hasLimits() {
    for (int number = 0; number < ChangedLevels.MOST; number++) {
      assertTrue(
          levels.change("org.cotejo.many.c" + number, "INFO", Duration.ofHours(1)).isPresent());
    }
    assertTrue(levels.change("org.cotejo.many.more", "INFO", Duration.ofHours(1)).isEmpty());
    assertTrue(levels.change("org.cotejo.many.c1", "WARN", Duration.ofHours(1)).isPresent());
    assertThrows(
        IllegalArgumentException.class,
        () -> levels.change("org.cotejo.x", "TRACE", Duration.ofHours(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> levels.change("org.cotejo.x", "INFO", Duration.ofHours(25)));
    for (int number = 0; number < ChangedLevels.MOST; number++) {
      levels.takeBack("org.cotejo.many.c" + number);
    }
  }
}
