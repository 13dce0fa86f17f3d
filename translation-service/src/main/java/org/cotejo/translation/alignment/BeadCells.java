package org.cotejo.translation.alignment;

/**
 * The cells of a band in numbers, and the beads and steps that lead from one to another.
 *
 * <p>A cell is a pair of boundaries (i, j). Cells are numbered row by row, a row being those of one
 * source boundary; linked beads are numbered by the row where they end, in it by shape, then by
 * cell. So whatever is done with all beads of a shape in a row runs over arrays without a gap.
 */
final class BeadCells {
  final int sourceSize;
  final int targetSize;
  final int shapeCount;

  /** How many cells there are. */
  final int count;

  private final Band band;
  private final FixedFrame frame;
  private final int[] shapeSource;
  private final int[] shapeTarget;

  /** The first cell of each row. */
  private final int[] firstCell;

  BeadCells(Band band, FixedFrame frame, int sourceSize, int targetSize, int shapeCount) {
    this.band = band;
    this.frame = frame;
    this.sourceSize = sourceSize;
    this.targetSize = targetSize;
    this.shapeCount = shapeCount;
    shapeSource = BeadShape.LINKED.stream().mapToInt(BeadShape::source).toArray();
    shapeTarget = BeadShape.LINKED.stream().mapToInt(BeadShape::target).toArray();
    firstCell = new int[sourceSize + 1];
    int next = 0;
    for (int i = 0; i <= sourceSize; i++) {
      firstCell[i] = next;
      next += band.width(i);
    }
    count = next;
  }

  int low(int i) {
    return band.low(i);
  }

  int high(int i) {
    return band.high(i);
  }

  /** Cells of a row. */
  int width(int i) {
    return band.width(i);
  }

  /** Cells of the widest row. */
  int greatestWidth() {
    int greatest = 0;
    for (int i = 0; i <= sourceSize; i++) {
      greatest = Math.max(greatest, band.width(i));
    }
    return greatest;
  }

  /** The number of cell (i, j) less j. */
  int row(int i) {
    return firstCell[i] - band.low(i);
  }

  /** The number of the bead of shape k that ends in cell (i, j) less j. */
  int beads(int i, int k) {
    return firstCell[i] * shapeCount + k * band.width(i) - band.low(i);
  }

  int source(int k) {
    return shapeSource[k];
  }

  int target(int k) {
    return shapeTarget[k];
  }

  int shapeOf(Bead bead) {
    for (int k = 0; k < shapeCount; k++) {
      if (shapeSource[k] == bead.sourceCount() && shapeTarget[k] == bead.targetCount()) {
        return k;
      }
    }
    throw new IllegalStateException("no shape for " + bead);
  }

  /**
   * The first target boundary where a bead of shape k that ends in row i may end: each pair of its
   * segments is in the band.
   */
  int firstEnd(int i, int k) {
    int u = i - shapeSource[k];
    return Math.max(Math.max(band.low(u), band.low(i - 1)) + shapeTarget[k], band.low(i));
  }

  /** The last such target boundary; there is none when it is before the first. */
  int lastEnd(int i, int k) {
    int u = i - shapeSource[k];
    return Math.min(Math.min(band.high(u) + shapeTarget[k], band.high(u + 1)), band.high(i));
  }

  /** Whether nothing fixed is in the way of a bead of shape k that ends in cell (i, j). */
  boolean allows(int i, int j, int k) {
    return frame.allows(i - shapeSource[k], j - shapeTarget[k], i, j);
  }

  /** Whether the last source segment before a cell may stand alone, inside the band. */
  boolean sourceStep(int i, int j) {
    return i > 0 && band.contains(i - 1, j) && frame.allows(i - 1, j, i, j);
  }

  /** Whether the last target segment before a cell may stand alone, inside the band. */
  boolean targetStep(int i, int j) {
    return j > band.low(i) && frame.allows(i, j - 1, i, j);
  }

  /** Whether the source segment before a boundary is fixed and passed by. */
  boolean passesSource(int i) {
    return frame.isPassage(i - 1, 0, i, 0);
  }

  /** Whether the target segment before a boundary is fixed and passed by. */
  boolean passesTarget(int j) {
    return frame.isPassage(0, j - 1, 0, j);
  }
}
