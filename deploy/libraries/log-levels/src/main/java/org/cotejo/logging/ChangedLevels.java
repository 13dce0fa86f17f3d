package org.cotejo.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Log levels that hold for a while in this process. Each goes back to what was before by itself, so
 * that nobody leaves a service talking; a restart forgets them all.
 */
public final class ChangedLevels {
  /** How many categories may be changed at once. */
  public static final int MOST = 50;

  /** The longest that a change lasts. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final Map<String, Level> NAMES =
      Map.of(
          "DEBUG", Level.FINE,
          "INFO", Level.INFO,
          "WARN", Level.WARNING,
          "ERROR", Level.SEVERE,
          "OFF", Level.OFF);

  private final Clock clock;
  private final Map<String, Change> changes = new HashMap<>();

  /** The logger is held: one that is collected forgets its level. */
  private record Change(Logger logger, @Nullable Level before, String level, Instant until) {}

  /** A change as it stands. */
  public record View(String category, String level, Instant until) {}

  public ChangedLevels(Clock clock) {
    this.clock = clock;
  }

  /** The levels that can be set. */
  public static List<String> names() {
    return NAMES.keySet().stream().sorted().toList();
  }

  /**
   * Changes a level.
   *
   * @param category a package or class; empty for all
   * @param level of {@link #names}
   * @param time up to {@link #LONGEST}
   * @return the change; empty when too many are in force
   */
  public synchronized Optional<View> change(String category, String level, Duration time) {
    Level wanted = NAMES.get(level);
    if (wanted == null || time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("no such level or time: " + level + " for " + time);
    }
    if (!changes.containsKey(category) && changes.size() >= MOST) {
      return Optional.empty();
    }
    Logger logger = Logger.getLogger(category);
    Change former = changes.get(category);
    Level before = former == null ? logger.getLevel() : former.before();
    logger.setLevel(wanted);
    changes.put(category, new Change(logger, before, level, clock.instant().plus(time)));
    return Optional.of(new View(category, level, clock.instant().plus(time)));
  }

  /**
   * Takes a change back.
   *
   * @return false when there was none
   */
  public synchronized boolean takeBack(String category) {
    Change change = changes.remove(category);
    if (change == null) {
      return false;
    }
    change.logger().setLevel(change.before());
    return true;
  }

  /** Takes back what has served its time. */
  public synchronized void expire() {
    Instant now = clock.instant();
    changes.entrySet().stream()
        .filter(one -> !now.isBefore(one.getValue().until()))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::takeBack);
  }

  /** What is changed now, by category. */
  public synchronized List<View> all() {
    return changes.entrySet().stream()
        .map(one -> new View(one.getKey(), one.getValue().level(), one.getValue().until()))
        .sorted(java.util.Comparator.comparing(View::category))
        .toList();
  }
}
