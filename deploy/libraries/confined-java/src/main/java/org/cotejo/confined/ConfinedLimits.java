package org.cotejo.confined;

import java.time.Duration;

/**
 * What a program may take.
 *
 * @param heapMebibytes greatest heap, at least 16
 * @param processorTime over all its threads
 * @param wallTime for a machine that is too busy to give even the processor time
 * @param outputBytes of its standard output
 */
public record ConfinedLimits(
    int heapMebibytes, Duration processorTime, Duration wallTime, int outputBytes) {
  private static final int LEAST_HEAP_MEBIBYTES = 16;

  public ConfinedLimits {
    if (heapMebibytes < LEAST_HEAP_MEBIBYTES
        || !processorTime.isPositive()
        || !wallTime.isPositive()
        || outputBytes < 1) {
      throw new IllegalArgumentException("a program needs memory, time and room for its answer");
    }
  }
}
