package org.cotejo.ingest.fixity;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Looks at files one after the other, and rests after each so long that the pace is kept. */
public final class PacedRound {
  private final Pace pace;
  private final LongSupplier nanoTime;
  private final Rest rest;

  /** What is done with one file. */
  @FunctionalInterface
  public interface Step {
    /**
     * Looks at a file.
     *
     * @return how many bytes went to and fro; empty when the rest of the files has to wait
     */
    OptionalLong look(StoredFile file);
  }

  /** How to wait. */
  @FunctionalInterface
  public interface Rest {
    /**
     * Waits.
     *
     * @return false when there is no time for more
     */
    boolean rest(Duration time);
  }

  /** A round; {@code nanoTime} is a clock such as {@link System#nanoTime}. */
  public PacedRound(Pace pace, LongSupplier nanoTime, Rest rest) {
    this.pace = pace;
    this.nanoTime = nanoTime;
    this.rest = rest;
  }

  /**
   * Looks at all files, or at as many as there is time for.
   *
   * @return how many
   */
  public int run(List<StoredFile> files, Step step) {
    int looked = 0;
    for (StoredFile file : files) {
      long start = nanoTime.getAsLong();
      OptionalLong bytes = step.look(file);
      if (bytes.isEmpty()) {
        return looked;
      }
      looked++;
      Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
      if (!rest.rest(pace.rest(bytes.getAsLong(), took))) {
        return looked;
      }
    }
    return looked;
  }
}
