package org.cotejo.translation.alignment;

/**
 * Some consecutive source segments and the consecutive target segments that say the same.
 *
 * <p>One side may be empty: then the other has no counterpart.
 *
 * @param sourceStart index of the first source segment, from 0
 * @param sourceCount how many source segments
 * @param targetStart index of the first target segment, from 0
 * @param targetCount how many target segments
 * @param confidence estimated probability that exactly this bead is right, 0 to 1
 */
public record Bead(
    int sourceStart, int sourceCount, int targetStart, int targetCount, double confidence) {

  public Bead {
    if (sourceStart < 0 || targetStart < 0 || sourceCount < 0 || targetCount < 0) {
      throw new IllegalArgumentException("a bead counts from 0");
    }
    if (sourceCount + targetCount == 0) {
      throw new IllegalArgumentException("a bead holds at least one segment");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is 0 to 1, not " + confidence);
    }
  }

  /** Index after the last source segment. */
  public int sourceEnd() {
    return sourceStart + sourceCount;
  }

  /** Index after the last target segment. */
  public int targetEnd() {
    return targetStart + targetCount;
  }

  /** Whether both sides hold something. */
  public boolean linked() {
    return sourceCount > 0 && targetCount > 0;
  }

  /** The same segments with another confidence. */
  public Bead withConfidence(double value) {
    return new Bead(sourceStart, sourceCount, targetStart, targetCount, value);
  }
}
