package org.cotejo.translation.collation;

/**
 * How well lengths fit each other in a document (Gale and Church 1993): characters, the ratio of
 * the two sides and the variance a character as its sure links have them.
 */
final class Lengths {
  // Gale and Church's, worth so many links of the document.
  private static final double VARIANCE = 6.8;
  private static final double LINKS_BEFORE = 10;
  private static final double MOST_DEVIATION = 6;
  private static final double MOST_EVIDENCE = 8;

  private final double ratio;
  private double spread = LINKS_BEFORE * VARIANCE;
  private double links = LINKS_BEFORE;

  /** Lengths of a document, the linked characters of both sides. */
  Lengths(double own, double other) {
    ratio = (other + 1) / (own + 1);
  }

  /** Learns from the lengths of the two sides of a sure link. */
  void learn(double own, double other) {
    double expected = own * ratio;
    spread += (other - expected) * (other - expected) / Math.max(1, (expected + other) / 2);
    links++;
  }

  /** How long the translation of so many characters is. */
  double expected(double own) {
    return own * ratio;
  }

  /** How much better a length fits with a part of the whole than without it; a logarithm. */
  double fit(double whole, double part, double other) {
    return bounded(misfit(whole - part, other) - misfit(whole, other));
  }

  /** How badly two lengths fit; a logarithm. */
  double misfit(double own, double other) {
    double expected = own * ratio;
    double deviation =
        (other - expected) / Math.sqrt(spread / links * Math.max(1, (expected + other) / 2));
    double limited = Math.clamp(deviation, -MOST_DEVIATION, MOST_DEVIATION);
    return limited * limited / 2;
  }

  private static double bounded(double value) {
    return Math.clamp(value, -MOST_EVIDENCE, MOST_EVIDENCE);
  }
}
