package org.cotejo.translation.collation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds sentences without a counterpart inside links: an aligner joins what has none to its
 * neighbours. Words ({@link Counterparts}) and lengths (Gale and Church 1993: characters, variance
 * 6.8 a character) speak together.
 */
final class Gaps {
  private static final double VARIANCE = 6.8;
  private static final double MOST_DEVIATION = 4;
  // Shares of the two kinds of evidence that count, and how much must speak against a segment
  // inside a link or against a link as a whole; chosen on the tuning sets of the bench.
  private static final double WORDS = .6;
  private static final double LENGTHS = .8;
  private static final double INSIDE = 1.5;
  private static final double WHOLE = 2.5;
  // So much for a segment in a link beside its own, and it is translated there.
  private static final double BESIDE = 1.5;
  private static final int LEAST_WORDS = 4;

  private final Comparison comparison;
  private final Counterparts words;
  private final double ratio;

  Gaps(Comparison comparison, Counterparts words) {
    this.comparison = comparison;
    this.words = words;
    double source = 1;
    double target = 1;
    for (Couple couple : comparison.couples()) {
      source += couple.source().compared().length();
      target += couple.target().compared().length();
    }
    ratio = target / source;
  }

  /**
   * Adds what it finds to the segments without a counterpart.
   *
   * @param passedOver links that are not looked into
   * @return links that nothing speaks for
   */
  Set<Couple> find(Set<Couple> passedOver, List<Integer> omitted, List<Integer> added) {
    List<Couple> couples = comparison.couples();
    Set<Couple> without = new HashSet<>();
    for (int k = 0; k < couples.size(); k++) {
      Couple couple = couples.get(k);
      if (passedOver.contains(couple)) {
        continue;
      }
      boolean strange = isStrange(couple);
      if (strange) {
        without.add(couple);
      }
      check(k, couple.source(), couple.target(), true, strange, omitted);
      check(k, couple.target(), couple.source(), false, strange, added);
    }
    omitted.sort(null);
    added.sort(null);
    return without;
  }

  /** Whether nothing speaks for a link: its sides came together because both were left over. */
  private boolean isStrange(Couple couple) {
    return WORDS
            * (words.ofSource(couple.source(), couple.target())
                + words.ofTarget(couple.target(), couple.source()))
            / 2
        < -WHOLE;
  }

  private void check(
      int couple,
      Stretch own,
      Stretch other,
      boolean ofSource,
      boolean strange,
      List<Integer> missing) {
    for (int k = own.first(); k < own.end(); k++) {
      boolean without = strange || (own.size() > 1 && evidence(k, own, other, ofSource) < -INSIDE);
      if (without && callsForCounterpart(own.side(), k) && !isBeside(k, couple, ofSource)) {
        missing.add(k);
      }
    }
  }

  private static boolean callsForCounterpart(Side side, int segment) {
    String text = side.textOf(segment);
    return !LinkRules.isFurniture(text) && text.strip().split("\\s+").length >= LEAST_WORDS;
  }

  private double evidence(int segment, Stretch own, Stretch other, boolean ofSource) {
    return WORDS * words.ofSegment(segment, own, other, ofSource)
        + LENGTHS * fit(segment, own, other, ofSource ? ratio : 1 / ratio);
  }

  /** Whether a link next to its own has words for a segment. */
  private boolean isBeside(int segment, int couple, boolean ofSource) {
    List<Couple> couples = comparison.couples();
    for (int k : new int[] {couple - 1, couple + 1}) {
      if (k >= 0 && k < couples.size()) {
        Couple beside = couples.get(k);
        Stretch alone =
            new Stretch(ofSource ? comparison.source() : comparison.target(), segment, segment + 1);
        double evidence =
            ofSource
                ? words.ofSource(alone, beside.target())
                : words.ofTarget(alone, beside.source());
        if (WORDS * evidence > BESIDE) {
          return true;
        }
      }
    }
    return false;
  }

  /** How much better the lengths fit with the segment than without it; a logarithm. */
  private static double fit(int segment, Stretch own, Stretch other, double factor) {
    int whole = own.compared().length();
    int part =
        own.side().segments().get(segment).end() - own.side().segments().get(segment).start();
    double with = deviation(whole * factor, other.compared().length());
    double without = deviation((whole - part) * factor, other.compared().length());
    return (without * without - with * with) / 2;
  }

  private static double deviation(double expected, double actual) {
    double deviation =
        (actual - expected) / Math.sqrt(VARIANCE * Math.max(1, (expected + actual) / 2));
    return Math.clamp(deviation, -MOST_DEVIATION, MOST_DEVIATION);
  }
}
