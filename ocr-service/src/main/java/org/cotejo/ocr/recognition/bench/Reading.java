package org.cotejo.ocr.recognition.bench;

import java.util.List;
import org.cotejo.ocr.recognition.Line;

/**
 * A page read.
 *
 * @param text a line a line in reading order; empty when the page failed
 * @param lines the same with the confidence of each word; empty when the reader does not tell
 * @param cpuSeconds processor time it took, of all threads
 * @param twice whether the reader read the page a second time
 */
record Reading(String text, List<Line> lines, double cpuSeconds, boolean twice) {
  static final Reading FAILED = new Reading("", List.of(), 0, false);

  Reading {
    lines = List.copyOf(lines);
  }
}
