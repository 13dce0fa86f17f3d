package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * All ways of covering two texts with beads inside a band, with the score of each bead.
 *
 * <p>The best way is found by dynamic programming (Gale and Church 1993); the probability of each
 * bead by the forward-backward algorithm (Baum 1972) over the same scores, read as
 * log-probabilities. Segments without counterpart come in runs, which cost more to begin than to go
 * on with (Gotoh 1982); in a run those of the source come first, so that no two ways differ by the
 * order of omissions alone. Memory grows with the length of the text times the width of the band.
 */
final class BeadLattice {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /** What is less probable than the best by this logarithm adds nothing to a sum. */
  private static final double NEGLIGIBLE = 30;

  private static final byte SOURCE_ALONE = -1;
  private static final byte TARGET_ALONE = -2;

  private final Band band;
  private final FixedFrame frame;
  private final BeadScorer scorer;
  private final int sourceSize;
  private final int targetSize;
  private final int shapeCount;
  private final int[] shapeSource;
  private final int[] shapeTarget;

  /** Where the cells of a source boundary begin, less the first target boundary of its row. */
  private final int[] row;

  private final int cells;

  /** Score of the linked bead of shape k that ends in a cell, at cell * shapeCount + k. */
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
    this.band = band;
    this.frame = frame;
    this.scorer = scorer;
    this.sourceSize = sourceSize;
    this.targetSize = targetSize;
    this.shapeCount = shapeCount;
    shapeSource = BeadShape.LINKED.stream().mapToInt(BeadShape::source).toArray();
    shapeTarget = BeadShape.LINKED.stream().mapToInt(BeadShape::target).toArray();
    row = new int[sourceSize + 1];
    int next = 0;
    for (int i = 0; i <= sourceSize; i++) {
      row[i] = next - band.low(i);
      next += band.width(i);
    }
    cells = next;
    sourceAlone = new double[sourceSize];
    targetAlone = new double[targetSize];
    Arrays.setAll(sourceAlone, scorer::sourceAlone);
    Arrays.setAll(targetAlone, scorer::targetAlone);
    scores = new float[cells * shapeCount];
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    for (int i = 1; i <= sourceSize; i++) {
      scorer.startRow(i);
      for (int k = 0; k < shapeCount; k++) {
        scoreRow(i, k);
      }
    }
  }

  /** Scores the beads of a shape that end in a row: each pair of their segments is in the band. */
  private void scoreRow(int i, int k) {
    int u = i - shapeSource[k];
    if (u < 0) {
      return;
    }
    int width = shapeTarget[k];
    int first = Math.max(Math.max(band.low(u), band.low(i - 1)) + width, band.low(i));
    int last = Math.min(Math.min(band.high(u) + width, band.high(u + 1)), band.high(i));
    for (int j = first; j <= last; j++) {
      if (frame.allows(u, j - width, i, j)) {
        scores[(row[i] + j) * shapeCount + k] = (float) scorer.linked(i, j, k);
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
    Sums sums = new Sums(temperature);
    sums.forward();
    sums.backward();
    double[] sourceProbability = new double[sourceSize];
    double[] targetProbability = new double[targetSize];
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
  double value(Bead bead) {
    return scores[(row[bead.sourceEnd()] + bead.targetEnd()) * shapeCount + shapeOf(bead)];
  }

  /** The way with the greatest sum of values. */
  private List<Bead> decode(float[] linked, double[] sources, double[] targets) {
    double[] best = new double[cells];
    byte[] choice = new byte[cells];
    Arrays.fill(best, NEVER);
    for (int i = 0; i <= sourceSize; i++) {
      for (int j = band.low(i); j <= band.high(i); j++) {
        int cell = row[i] + j;
        double most = i == 0 && j == 0 ? 0 : NEVER;
        byte chosen = 0;
        for (int k = 0; k < shapeCount && i > 0; k++) {
          float value = linked[cell * shapeCount + k];
          if (value != Float.NEGATIVE_INFINITY) {
            double sum = best[row[i - shapeSource[k]] + j - shapeTarget[k]] + value;
            if (sum > most) {
              most = sum;
              chosen = (byte) k;
            }
          }
        }
        if (sourceStep(i, j)) {
          double sum = best[row[i - 1] + j] + (passesSource(i) ? 0 : sources[i - 1]);
          if (sum > most) {
            most = sum;
            chosen = SOURCE_ALONE;
          }
        }
        if (targetStep(i, j)) {
          double sum = best[cell - 1] + (passesTarget(j) ? 0 : targets[j - 1]);
          if (sum > most) {
            most = sum;
            chosen = TARGET_ALONE;
          }
        }
        best[cell] = most;
        choice[cell] = chosen;
      }
    }
    return trace(choice);
  }

  private List<Bead> trace(byte[] choice) {
    List<Bead> beads = new ArrayList<>();
    int i = sourceSize;
    int j = targetSize;
    while (i > 0 || j > 0) {
      byte chosen = choice[row[i] + j];
      int source = chosen == SOURCE_ALONE ? 1 : chosen == TARGET_ALONE ? 0 : shapeSource[chosen];
      int target = chosen == SOURCE_ALONE ? 0 : chosen == TARGET_ALONE ? 1 : shapeTarget[chosen];
      i -= source;
      j -= target;
      beads.add(new Bead(i, source, j, target, 1));
    }
    Collections.reverse(beads);
    return beads;
  }

  /** Whether the last source segment before a cell may stand alone, inside the band. */
  private boolean sourceStep(int i, int j) {
    return i > 0 && band.contains(i - 1, j) && frame.allows(i - 1, j, i, j);
  }

  /** Whether the last target segment before a cell may stand alone, inside the band. */
  private boolean targetStep(int i, int j) {
    return j > band.low(i) && frame.allows(i, j - 1, i, j);
  }

  private boolean passesSource(int i) {
    return frame.isPassage(i - 1, 0, i, 0);
  }

  private boolean passesTarget(int j) {
    return frame.isPassage(0, j - 1, 0, j);
  }

  private int shapeOf(Bead bead) {
    for (int k = 0; k < shapeCount; k++) {
      if (shapeSource[k] == bead.sourceCount() && shapeTarget[k] == bead.targetCount()) {
        return k;
      }
    }
    throw new IllegalStateException("no shape for " + bead);
  }

  /**
   * Logarithms of the summed probabilities of all ways up to a cell and on from it, by what the
   * last bead before the cell was.
   */
  private final class Sums {
    private final double temperature;
    private final double sourceOpening;
    private final double targetOpening;

    /** Up to a cell after a linked bead, and after any. */
    private final double[] linked = new double[cells];

    private final double[] any = new double[cells];

    /** Up to a cell after a source segment without counterpart; after a target one. */
    private final double[] sourceRun = new double[cells];

    private final double[] targetRun = new double[cells];

    /** On from a cell after a linked bead, after a source and after a target segment alone. */
    private final double[] onLinked = new double[cells];

    private final double[] onSourceRun = new double[cells];
    private final double[] onTargetRun = new double[cells];

    Sums(double temperature) {
      this.temperature = temperature;
      sourceOpening = scorer.sourceOpening() / temperature;
      targetOpening = scorer.targetOpening() / temperature;
    }

    void forward() {
      double[] terms = new double[shapeCount + 2];
      for (int i = 0; i <= sourceSize; i++) {
        for (int j = band.low(i); j <= band.high(i); j++) {
          int cell = row[i] + j;
          sourceRun[cell] = NEVER;
          targetRun[cell] = NEVER;
          int count = 0;
          if (i == 0 && j == 0) {
            terms[count++] = 0;
          }
          for (int k = 0; k < shapeCount && i > 0; k++) {
            float score = scores[cell * shapeCount + k];
            if (score != Float.NEGATIVE_INFINITY) {
              terms[count++] =
                  any[row[i - shapeSource[k]] + j - shapeTarget[k]] + score / temperature;
            }
          }
          if (sourceStep(i, j)) {
            int before = row[i - 1] + j;
            if (passesSource(i)) {
              terms[count++] = any[before];
            } else {
              sourceRun[cell] =
                  addLog(linked[before] + sourceOpening, sourceRun[before])
                      + sourceAlone[i - 1] / temperature;
            }
          }
          if (targetStep(i, j)) {
            int before = cell - 1;
            if (passesTarget(j)) {
              terms[count++] = any[before];
            } else {
              targetRun[cell] =
                  addLog(
                          addLog(linked[before], sourceRun[before]) + targetOpening,
                          targetRun[before])
                      + targetAlone[j - 1] / temperature;
            }
          }
          linked[cell] = sumLog(terms, count);
          any[cell] = addLog(addLog(linked[cell], sourceRun[cell]), targetRun[cell]);
        }
      }
    }

    void backward() {
      double[] terms = new double[shapeCount + 2];
      for (int i = sourceSize; i >= 0; i--) {
        for (int j = band.high(i); j >= band.low(i); j--) {
          int cell = row[i] + j;
          double on = i == sourceSize && j == targetSize ? 0 : onwards(i, j, terms);
          double onSource = NEVER;
          double onTarget = NEVER;
          if (i < sourceSize
              && band.contains(i + 1, j)
              && sourceStep(i + 1, j)
              && !passesSource(i + 1)) {
            onSource = sourceAlone[i] / temperature + onSourceRun[row[i + 1] + j];
          }
          if (j < band.high(i) && targetStep(i, j + 1) && !passesTarget(j + 1)) {
            onTarget = targetAlone[j] / temperature + onTargetRun[cell + 1];
          }
          onTargetRun[cell] = addLog(on, onTarget);
          double afterTargetOpening = addLog(on, onTarget + targetOpening);
          onSourceRun[cell] = addLog(afterTargetOpening, onSource);
          onLinked[cell] = addLog(afterTargetOpening, onSource + sourceOpening);
        }
      }
    }

    /** On from a cell with a linked bead or past a fixed segment. */
    private double onwards(int i, int j, double[] terms) {
      int count = 0;
      for (int k = 0; k < shapeCount; k++) {
        int end = i + shapeSource[k];
        int targetEnd = j + shapeTarget[k];
        if (end <= sourceSize && band.contains(end, targetEnd)) {
          int cell = row[end] + targetEnd;
          float score = scores[cell * shapeCount + k];
          if (score != Float.NEGATIVE_INFINITY) {
            terms[count++] = onLinked[cell] + score / temperature;
          }
        }
      }
      if (i < sourceSize
          && passesSource(i + 1)
          && band.contains(i + 1, j)
          && sourceStep(i + 1, j)) {
        terms[count++] = onLinked[row[i + 1] + j];
      }
      if (j < band.high(i) && passesTarget(j + 1) && targetStep(i, j + 1)) {
        terms[count++] = onLinked[row[i] + j + 1];
      }
      return sumLog(terms, count);
    }

    /** Puts the probability of each bead in the place of its score. */
    void intoProbabilities(double[] sources, double[] targets, double linkBias) {
      double all = any[row[sourceSize] + targetSize];
      for (int i = 0; i <= sourceSize; i++) {
        for (int j = band.low(i); j <= band.high(i); j++) {
          int cell = row[i] + j;
          for (int k = 0; k < shapeCount && i > 0; k++) {
            float score = scores[cell * shapeCount + k];
            if (score != Float.NEGATIVE_INFINITY) {
              double log =
                  any[row[i - shapeSource[k]] + j - shapeTarget[k]]
                      + score / temperature
                      + onLinked[cell]
                      - all;
              scores[cell * shapeCount + k] = (float) (probability(log) + linkBias);
            }
          }
          if (sourceRun[cell] != NEVER) {
            sources[i - 1] += probability(sourceRun[cell] + onSourceRun[cell] - all);
          }
          if (targetRun[cell] != NEVER) {
            targets[j - 1] += probability(targetRun[cell] + onTargetRun[cell] - all);
          }
        }
      }
    }

    private static double probability(double log) {
      return log < -NEGLIGIBLE ? 0 : Math.min(1, Math.exp(log));
    }
  }

  private static double sumLog(double[] terms, int count) {
    double largest = NEVER;
    for (int at = 0; at < count; at++) {
      largest = Math.max(largest, terms[at]);
    }
    if (largest == NEVER) {
      return NEVER;
    }
    double sum = 0;
    for (int at = 0; at < count; at++) {
      double difference = terms[at] - largest;
      if (difference > -NEGLIGIBLE) {
        sum += Math.exp(difference);
      }
    }
    return sum == 1 ? largest : largest + Math.log(sum);
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
