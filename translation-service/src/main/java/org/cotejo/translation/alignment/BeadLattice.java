package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * All ways of covering two texts with beads inside a band, with the score of each bead.
 *
 * <p>The best way is found by dynamic programming (Gale and Church 1993); the probability of each
 * bead by the forward-backward algorithm over the same scores ({@link BeadSums}). Segments without
 * counterpart come in runs, which cost more to begin than to go on with (Gotoh 1982); in a run
 * those of the source come first, so that no two ways differ by the order of omissions alone.
 * Memory grows with the length of the text times the width of the band.
 */
final class BeadLattice {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private static final byte SOURCE_ALONE = -1;
  private static final byte TARGET_ALONE = -2;

  private final BeadCells cells;
  private final BeadScorer scorer;

  /** Score of each linked bead; minus infinity for one that cannot be. */
  private final float[] scores;

  private final double[] sourceAlone;
  private final double[] targetAlone;

  BeadLattice(
      Band band,
      int sourceSize,
      int targetSize,
      int shapeCount,
      FixedFrame frame,
      BeadScorer scorer) {
    this.scorer = scorer;
    cells = new BeadCells(band, frame, sourceSize, targetSize, shapeCount);
    sourceAlone = new double[sourceSize];
    targetAlone = new double[targetSize];
    Arrays.setAll(sourceAlone, scorer::sourceAlone);
    Arrays.setAll(targetAlone, scorer::targetAlone);
    scores = new float[cells.count * shapeCount];
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    double[] values = new double[cells.greatestWidth()];
    for (int i = 1; i <= sourceSize; i++) {
      scorer.startRow(i);
      for (int k = 0; k < shapeCount; k++) {
        scoreRow(i, k, values);
      }
    }
  }

  /** Scores the beads of a shape that end in a row. */
  private void scoreRow(int i, int k, double[] values) {
    if (i < cells.source(k)) {
      return;
    }
    int first = cells.firstEnd(i, k);
    int last = cells.lastEnd(i, k);
    if (first > last) {
      return;
    }
    scorer.linked(i, k, first, last, values);
    int beads = cells.beads(i, k);
    for (int j = first; j <= last; j++) {
      if (cells.allows(i, j, k)) {
        scores[beads + j] = (float) values[j - first];
      }
    }
  }

  /** The beads of the best way, when runs cost the same wherever they begin. */
  List<Bead> best() {
    return decode(scores, sourceAlone, targetAlone);
  }

  /**
   * The beads that are right most often: the way with the greatest sum of bead probabilities.
   *
   * <p>Strict scoring counts whole beads, so this, and not the most probable whole way, minimises
   * the expected number of wrong beads (Goodman 1996, "Parsing algorithms and metrics"). Takes the
   * place of the scores: a lattice answers once.
   *
   * @param temperature divides all scores before they are read as log-probabilities
   * @param linkBias added to the probability of each linked bead
   */
  List<Bead> mostReliable(double temperature, double linkBias) {
    BeadSums sums = new BeadSums(cells, scores, sourceAlone, targetAlone, scorer, temperature);
    double[] sourceProbability = new double[cells.sourceSize];
    double[] targetProbability = new double[cells.targetSize];
    sums.intoProbabilities(sourceProbability, targetProbability, linkBias);
    List<Bead> rated = new ArrayList<>();
    for (Bead bead : decode(scores, sourceProbability, targetProbability)) {
      double probability =
          bead.linked()
              ? value(bead) - linkBias
              : bead.sourceCount() > 0
                  ? sourceProbability[bead.sourceStart()]
                  : targetProbability[bead.targetStart()];
      rated.add(bead.withConfidence(Math.clamp(probability, 0.0, 1.0)));
    }
    return rated;
  }

  /** The score of a linked bead; once {@link #mostReliable} has answered, its probability. */
  private double value(Bead bead) {
    return scores[cells.beads(bead.sourceEnd(), cells.shapeOf(bead)) + bead.targetEnd()];
  }

  /** The way with the greatest sum of values. */
  private List<Bead> decode(float[] linked, double[] sources, double[] targets) {
    double[] best = new double[cells.count];
    byte[] choice = new byte[cells.count];
    Arrays.fill(best, NEVER);
    best[cells.row(0)] = 0;
    for (int i = 0; i <= cells.sourceSize; i++) {
      for (int k = 0; k < cells.shapeCount; k++) {
        chooseLinked(i, k, linked, best, choice);
      }
      chooseAlone(i, sources, targets, best, choice);
    }
    return trace(choice);
  }

  /** Takes the beads of a shape into a row where they are the best so far. */
  private void chooseLinked(int i, int k, float[] linked, double[] best, byte[] choice) {
    if (i < cells.source(k)) {
      return;
    }
    int row = cells.row(i);
    int before = cells.row(i - cells.source(k)) - cells.target(k);
    int beads = cells.beads(i, k);
    int last = cells.lastEnd(i, k);
    for (int j = cells.firstEnd(i, k); j <= last; j++) {
      double sum = best[before + j] + linked[beads + j];
      if (sum > best[row + j]) {
        best[row + j] = sum;
        choice[row + j] = (byte) k;
      }
    }
  }

  /** Takes segments without counterpart into a row where they are better than the linked beads. */
  private void chooseAlone(
      int i, double[] sources, double[] targets, double[] best, byte[] choice) {
    for (int j = cells.low(i); j <= cells.high(i); j++) {
      int cell = cells.row(i) + j;
      if (cells.sourceStep(i, j)) {
        double sum = best[cells.row(i - 1) + j] + (cells.passesSource(i) ? 0 : sources[i - 1]);
        if (sum > best[cell]) {
          best[cell] = sum;
          choice[cell] = SOURCE_ALONE;
        }
      }
      if (cells.targetStep(i, j)) {
        double sum = best[cell - 1] + (cells.passesTarget(j) ? 0 : targets[j - 1]);
        if (sum > best[cell]) {
          best[cell] = sum;
          choice[cell] = TARGET_ALONE;
        }
      }
    }
  }

  private List<Bead> trace(byte[] choice) {
    List<Bead> beads = new ArrayList<>();
    int i = cells.sourceSize;
    int j = cells.targetSize;
    while (i > 0 || j > 0) {
      byte chosen = choice[cells.row(i) + j];
      int source = chosen == SOURCE_ALONE ? 1 : chosen == TARGET_ALONE ? 0 : cells.source(chosen);
      int target = chosen == SOURCE_ALONE ? 0 : chosen == TARGET_ALONE ? 1 : cells.target(chosen);
      i -= source;
      j -= target;
      beads.add(new Bead(i, source, j, target, 1));
    }
    Collections.reverse(beads);
    return beads;
  }
}
