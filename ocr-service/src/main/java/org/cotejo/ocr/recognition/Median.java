package org.cotejo.ocr.recognition;

import java.util.stream.DoubleStream;

/** The middle one of numbers by their size. */
public final class Median {
  private Median() {}

  /** The median, the upper one of two; 0 of none. */
  public static double upper(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
