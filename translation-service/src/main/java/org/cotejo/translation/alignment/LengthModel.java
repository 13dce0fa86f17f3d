package org.cotejo.translation.alignment;

/**
 * How well two lengths in characters fit each other.
 *
 * <p>Gale and Church (1993, section 3): the difference between a target length and the length
 * expected from its source is normal with a variance proportional to the length; {@value #VARIANCE}
 * a character is their constant. The ratio of the languages is taken from the two texts themselves,
 * and the variance is counted from the mean of both sides so that the measure is symmetric. The
 * penalty is bounded, because a bead whose words agree may well have odd lengths.
 */
final class LengthModel {
  private static final double VARIANCE = 6.8;
  private static final double BOUND = 9;

  private final double ratio;

  LengthModel(EncodedText source, EncodedText target) {
    ratio = target.length() / Math.max(1, source.length());
  }

  /** Half the squared deviation, 0 for a perfect fit, bounded. */
  double deviation(double sourceLength, double targetLength) {
    double expected = sourceLength * ratio;
    double mean = Math.max((expected + targetLength) / 2, 1);
    double difference = targetLength - expected;
    return Math.min(difference * difference / (VARIANCE * mean) / 2, BOUND);
  }

  /** Characters of both sides together, counted as if all were target characters. */
  double commonLength(double sourceLength, double targetLength) {
    return sourceLength * ratio + targetLength;
  }

  double ratio() {
    return ratio;
  }
}
