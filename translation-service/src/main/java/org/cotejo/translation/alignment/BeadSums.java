package org.cotejo.translation.alignment;

import java.util.Arrays;

/**
 * Logarithms of the summed probabilities of all ways up to a cell and on from it, by what the last
 * bead before the cell was: the forward-backward algorithm (Baum 1972) over the scores of a {@link
 * BeadLattice}, read as log-probabilities.
 */
final class BeadSums {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /** What is less probable than the best by this logarithm adds nothing to a sum. */
  private static final double NEGLIGIBLE = 30;

  private final BeadCells cells;
  private final float[] scores;

  /** What all scores are multiplied by. */
  private final double sharpness;

  private final double[] sourceAlone;
  private final double[] targetAlone;
  private final double sourceOpening;
  private final double targetOpening;

  /** Up to a cell after a linked bead, and after any. */
  private final double[] linked;

  private final double[] any;

  /** Up to a cell after a source segment without counterpart; after a target one. */
  private final double[] sourceRun;

  private final double[] targetRun;

  /** On from a cell after a linked bead, after a source and after a target segment alone. */
  private final double[] onLinked;

  private final double[] onSourceRun;
  private final double[] onTargetRun;

  /** For each shape the terms of the cells of a row, the greatest of each cell, and their sums. */
  private final double[] terms;

  private final double[] greatest;
  private final double[] sums;

  /**
   * The sums over a lattice.
   *
   * @param scores of the linked beads, numbered as the cells say
   * @param scorer says what runs of segments without counterpart cost to begin
   * @param temperature divides all scores
   */
  BeadSums(
      BeadCells cells,
      float[] scores,
      double[] sourceAlone,
      double[] targetAlone,
      BeadScorer scorer,
      double temperature) {
    this.cells = cells;
    this.scores = scores;
    sharpness = 1 / temperature;
    this.sourceAlone = Arrays.stream(sourceAlone).map(score -> score * sharpness).toArray();
    this.targetAlone = Arrays.stream(targetAlone).map(score -> score * sharpness).toArray();
    sourceOpening = scorer.sourceOpening() * sharpness;
    targetOpening = scorer.targetOpening() * sharpness;
    linked = new double[cells.count];
    any = new double[cells.count];
    sourceRun = new double[cells.count];
    targetRun = new double[cells.count];
    onLinked = new double[cells.count];
    onSourceRun = new double[cells.count];
    onTargetRun = new double[cells.count];
    greatest = new double[cells.greatestWidth()];
    sums = new double[greatest.length];
    terms = new double[greatest.length * cells.shapeCount];
    for (int i = 0; i <= cells.sourceSize; i++) {
      forward(i);
    }
    for (int i = cells.sourceSize; i >= 0; i--) {
      backward(i);
    }
  }

  private void forward(int i) {
    sumLinked(i);
    int low = cells.low(i);
    for (int j = low; j <= cells.high(i); j++) {
      int cell = cells.row(i) + j;
      double after = i == 0 && j == 0 ? 0 : sums[j - low];
      double afterSource = NEVER;
      double afterTarget = NEVER;
      if (cells.sourceStep(i, j)) {
        int before = cells.row(i - 1) + j;
        if (cells.passesSource(i)) {
          after = addLog(after, any[before]);
        } else {
          afterSource =
              addLog(linked[before] + sourceOpening, sourceRun[before]) + sourceAlone[i - 1];
        }
      }
      if (cells.targetStep(i, j)) {
        int before = cell - 1;
        if (cells.passesTarget(j)) {
          after = addLog(after, any[before]);
        } else {
          afterTarget =
              addLog(addLog(linked[before], sourceRun[before]) + targetOpening, targetRun[before])
                  + targetAlone[j - 1];
        }
      }
      linked[cell] = after;
      sourceRun[cell] = afterSource;
      targetRun[cell] = afterTarget;
      any[cell] = addLog(addLog(after, afterSource), afterTarget);
    }
  }

  private void backward(int i) {
    sumOnwards(i);
    int low = cells.low(i);
    int high = cells.high(i);
    for (int j = high; j >= low; j--) {
      int cell = cells.row(i) + j;
      double on = i == cells.sourceSize && j == cells.targetSize ? 0 : sums[j - low];
      double onSource = NEVER;
      double onTarget = NEVER;
      if (i < cells.sourceSize && j >= cells.low(i + 1) && cells.sourceStep(i + 1, j)) {
        int after = cells.row(i + 1) + j;
        if (cells.passesSource(i + 1)) {
          on = addLog(on, onLinked[after]);
        } else {
          onSource = sourceAlone[i] + onSourceRun[after];
        }
      }
      if (j < high && cells.targetStep(i, j + 1)) {
        if (cells.passesTarget(j + 1)) {
          on = addLog(on, onLinked[cell + 1]);
        } else {
          onTarget = targetAlone[j] + onTargetRun[cell + 1];
        }
      }
      onTargetRun[cell] = addLog(on, onTarget);
      double afterTargetOpening = addLog(on, onTarget + targetOpening);
      onSourceRun[cell] = addLog(afterTargetOpening, onSource);
      onLinked[cell] = addLog(afterTargetOpening, onSource + sourceOpening);
    }
  }

  /** Sums up, for each cell of a row, the ways to it by a linked bead. */
  private void sumLinked(int i) {
    startTerms(i);
    for (int k = 0; k < cells.shapeCount && i > 0; k++) {
      if (cells.source(k) <= i) {
        int first = cells.firstEnd(i, k);
        int before = cells.row(i - cells.source(k)) + first - cells.target(k);
        int count = cells.lastEnd(i, k) - first + 1;
        collect(k, any, before, cells.beads(i, k) + first, first - cells.low(i), count);
      }
    }
    sumTerms(cells.width(i));
  }

  /** Sums up, for each cell of a row, the ways on from it by a linked bead. */
  private void sumOnwards(int i) {
    startTerms(i);
    for (int k = 0; k < cells.shapeCount; k++) {
      int end = i + cells.source(k);
      if (end <= cells.sourceSize) {
        int first = cells.firstEnd(end, k);
        int after = cells.row(end) + first;
        int count = cells.lastEnd(end, k) - first + 1;
        int at = first - cells.target(k) - cells.low(i);
        collect(k, onLinked, after, cells.beads(end, k) + first, at, count);
      }
    }
    sumTerms(cells.width(i));
  }

  private void startTerms(int i) {
    Arrays.fill(greatest, 0, cells.width(i), NEVER);
    Arrays.fill(terms, NEVER);
  }

  /** Collects the terms of a shape for cells beside each other: a way's sum and a bead's score. */
  private void collect(
      int k, double[] ways, int firstWay, int firstBead, int firstCell, int count) {
    int firstTerm = k * greatest.length + firstCell;
    for (int n = 0; n < count; n++) {
      terms[firstTerm + n] = ways[firstWay + n] + scores[firstBead + n] * sharpness;
    }
    for (int n = 0; n < count; n++) {
      greatest[firstCell + n] = Math.max(greatest[firstCell + n], terms[firstTerm + n]);
    }
  }

  private void sumTerms(int width) {
    Arrays.fill(sums, 0, width, 0);
    for (int k = 0; k < cells.shapeCount; k++) {
      int first = k * greatest.length;
      for (int n = 0; n < width; n++) {
        double difference = terms[first + n] - greatest[n];
        if (difference > -NEGLIGIBLE) {
          sums[n] += Math.exp(difference);
        }
      }
    }
    for (int n = 0; n < width; n++) {
      sums[n] = sums[n] > 0 ? greatest[n] + Math.log(sums[n]) : NEVER;
    }
  }

  /**
   * Puts the probability of each bead in the place of its score.
   *
   * @param sources gets that of each source segment without counterpart
   * @param targets gets that of each target segment without counterpart
   * @param linkBias added to the probability of each linked bead
   */
  void intoProbabilities(double[] sources, double[] targets, double linkBias) {
    double all = any[cells.row(cells.sourceSize) + cells.targetSize];
    for (int i = 0; i <= cells.sourceSize; i++) {
      for (int k = 0; k < cells.shapeCount; k++) {
        rateLinked(i, k, all, linkBias);
      }
      for (int j = cells.low(i); j <= cells.high(i); j++) {
        int cell = cells.row(i) + j;
        if (sourceRun[cell] != NEVER) {
          sources[i - 1] += probability(sourceRun[cell] + onSourceRun[cell] - all);
        }
        if (targetRun[cell] != NEVER) {
          targets[j - 1] += probability(targetRun[cell] + onTargetRun[cell] - all);
        }
      }
    }
  }

  private void rateLinked(int i, int k, double all, double linkBias) {
    if (i < cells.source(k)) {
      return;
    }
    int before = cells.row(i - cells.source(k)) - cells.target(k);
    int row = cells.row(i);
    int beads = cells.beads(i, k);
    int last = cells.lastEnd(i, k);
    for (int j = cells.firstEnd(i, k); j <= last; j++) {
      float score = scores[beads + j];
      if (score != Float.NEGATIVE_INFINITY) {
        double log = any[before + j] + score * sharpness + onLinked[row + j] - all;
        scores[beads + j] = (float) (probability(log) + linkBias);
      }
    }
  }

  private static double probability(double log) {
    return log < -NEGLIGIBLE ? 0 : Math.min(1, Math.exp(log));
  }

  private static double addLog(double one, double other) {
    double larger = Math.max(one, other);
    if (larger == NEVER) {
      return NEVER;
    }
    double difference = Math.min(one, other) - larger;
    return difference < -NEGLIGIBLE ? larger : larger + Math.log(1 + Math.exp(difference));
  }
}
