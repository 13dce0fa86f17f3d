package org.cotejo.translation.alignment;

import java.util.Arrays;
import java.util.List;

/**
 * The cells of the dynamic programme that are looked at: for each source boundary a range of target
 * boundaries, both ends of which never go back.
 */
final class Band {
  private final int[] low;
  private final int[] high;

  private Band(int[] low, int[] high, FixedFrame frame) {
    this.low = low;
    this.high = high;
    int last = low.length - 1;
    frame.narrow(low, high);
    for (int i = 1; i <= last; i++) {
      low[i] = Math.max(low[i], low[i - 1]);
    }
    for (int i = last - 1; i >= 0; i--) {
      high[i] = Math.min(high[i], high[i + 1]);
    }
    for (int i = 1; i <= last; i++) {
      // A very long segment may jump over the band's width: the way through must not be cut.
      high[i - 1] = Math.max(high[i - 1], low[i]);
    }
  }

  /** A band around the diagonal by length. */
  static Band aroundDiagonal(
      EncodedText source, EncodedText target, int halfWidth, FixedFrame frame) {
    int[] low = new int[source.size + 1];
    int[] high = new int[source.size + 1];
    int j = 0;
    for (int i = 0; i <= source.size; i++) {
      double expected = source.lengthBefore[i] / source.length() * target.length();
      while (j < target.size && target.lengthBefore[j] < expected) {
        j++;
      }
      low[i] = Math.max(0, j - halfWidth);
      high[i] = Math.min(target.size, j + halfWidth);
    }
    return closed(low, high, target.size, frame);
  }

  /** A band around an earlier alignment. */
  static Band around(
      List<Bead> beads, int sourceSize, int targetSize, int halfWidth, FixedFrame frame) {
    int[] low = new int[sourceSize + 1];
    int[] high = new int[sourceSize + 1];
    Arrays.fill(low, Integer.MAX_VALUE);
    Arrays.fill(high, -1);
    for (Bead bead : beads) {
      for (int i = bead.sourceStart(); i <= bead.sourceEnd(); i++) {
        low[i] = Math.min(low[i], bead.targetStart());
        high[i] = Math.max(high[i], bead.targetEnd());
      }
    }
    for (int i = 0; i <= sourceSize; i++) {
      low[i] = Math.max(0, low[i] - halfWidth);
      high[i] = Math.min(targetSize, high[i] + halfWidth);
    }
    return closed(low, high, targetSize, frame);
  }

  private static Band closed(int[] low, int[] high, int targetSize, FixedFrame frame) {
    low[0] = 0;
    high[high.length - 1] = targetSize;
    return new Band(low, high, frame);
  }

  int low(int sourceBoundary) {
    return low[sourceBoundary];
  }

  int high(int sourceBoundary) {
    return high[sourceBoundary];
  }

  int width(int sourceBoundary) {
    return high[sourceBoundary] - low[sourceBoundary] + 1;
  }

  boolean contains(int sourceBoundary, int targetBoundary) {
    return targetBoundary >= low[sourceBoundary] && targetBoundary <= high[sourceBoundary];
  }

  /** The first target segment that a source segment can meet inside the band. */
  int firstTarget(int sourceSegment) {
    return low[sourceSegment];
  }

  /** The index after the last target segment that a source segment can meet inside the band. */
  int endTarget(int sourceSegment) {
    return high[sourceSegment + 1];
  }
}
