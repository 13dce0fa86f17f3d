package org.cotejo.ocr.recognition.bench;

import java.util.List;
import org.cotejo.ocr.recognition.Line;

/**
 * A page read.
 *
 * @param text a line a line in reading order; empty when the page failed
 * @param lines the same with the confidence of each word; empty when the reader does not tell
 * @param cpuSeconds processor time it took, of all threads
 */
record Reading(String text, List<Line> lines, double cpuSeconds) {
  static final Reading FAILED = new Reading("", List.of(), 0);

  Reading {
    lines = List.copyOf(lines);
  }
}
