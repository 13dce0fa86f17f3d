package org.cotejo.ocr.recognition.worker;

import java.time.Duration;

/**
 * What a worker may take.
 *
 * @param heapBytes of its Java machine; holds a page's PNG and the words read
 * @param residentBytes of the whole process, native memory included; watched where the system tells
 *     (Linux)
 * @param pagePixels width times height of a page
 * @param start for the process to be ready
 * @param grace beyond a page's own limit, for an engine that does not keep it
 * @param look how often a process at work is looked at
 */
public record WorkerLimits(
    long heapBytes,
    long residentBytes,
    long pagePixels,
    Duration start,
    Duration grace,
    Duration look) {
  public WorkerLimits {
    if (heapBytes < 1 || residentBytes < 1 || pagePixels < 1) {
      throw new IllegalArgumentException("limits of memory and pixels are at least 1");
    }
    if (start.isNegative() || grace.isNegative() || !look.isPositive()) {
      throw new IllegalArgumentException("limits of time are not negative");
    }
  }
}
