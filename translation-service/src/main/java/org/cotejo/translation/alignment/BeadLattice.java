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
 * log-probabilities. Memory grows with the length of the text times the width of the band.
 */
final class BeadLattice {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final Band band;
  private final int sourceSize;
  private final int targetSize;
  private final int shapeCount;
  private final FixedFrame frame;

  /** Score of the bead of shape k that ends in cell (i, j), at (j - low(i)) * shapeCount + k. */
  private final float[][] scores;

  BeadLattice(
      Band band,
      int sourceSize,
      int targetSize,
      int shapeCount,
      FixedFrame frame,
      BeadScorer scorer) {
    this.band = band;
    this.frame = frame;
    this.sourceSize = sourceSize;
    this.targetSize = targetSize;
    this.shapeCount = shapeCount;
    scores = new float[sourceSize + 1][];
    for (int i = 0; i <= sourceSize; i++) {
      float[] row = new float[band.width(i) * shapeCount];
      Arrays.fill(row, Float.NEGATIVE_INFINITY);
      for (int j = band.low(i); j <= band.high(i); j++) {
        for (int k = 0; k < shapeCount; k++) {
          if (reachable(i, j, k)) {
            row[(j - band.low(i)) * shapeCount + k] =
                passes(i, j, k) ? 0 : (float) scorer.score(i, j, k);
          }
        }
      }
      scores[i] = row;
    }
  }

  /** The beads of the best way. */
  List<Bead> best() {
    return decode((i, j, k) -> score(i, j, k));
  }

  /**
   * The beads that are right most often: the way with the greatest sum of bead probabilities.
   *
   * <p>Strict scoring counts whole beads, so this, and not the most probable whole way, minimises
   * the expected number of wrong beads (Goodman 1996, "Parsing algorithms and metrics").
   *
   * @param temperature divides all scores before they are read as log-probabilities
   * @param linkBias added to the probability of each linked bead
   */
  List<Bead> mostReliable(double temperature, double linkBias) {
    double[][] forward = forward(temperature);
    double[][] backward = backward(temperature);
    double total = forward[sourceSize][targetSize - band.low(sourceSize)];
    CellValue probability =
        (i, j, k) -> {
          BeadShape shape = BeadShape.ALL.get(k);
          int u = i - shape.source();
          int v = j - shape.target();
          double log =
              forward[u][v - band.low(u)]
                  + score(i, j, k) / temperature
                  + backward[i][j - band.low(i)]
                  - total;
          return Math.clamp(Math.exp(log), 0.0, 1.0);
        };
    List<Bead> beads =
        decode(
            (i, j, k) -> probability.of(i, j, k) + (BeadShape.ALL.get(k).linked() ? linkBias : 0));
    List<Bead> rated = new ArrayList<>(beads.size());
    for (Bead bead : beads) {
      rated.add(
          bead.withConfidence(probability.of(bead.sourceEnd(), bead.targetEnd(), shapeOf(bead))));
    }
    return rated;
  }

  /** A value for each bead that can be reached. */
  @FunctionalInterface
  private interface CellValue {
    double of(int sourceEnd, int targetEnd, int shape);
  }

  private List<Bead> decode(CellValue value) {
    double[][] best = new double[sourceSize + 1][];
    byte[][] choice = new byte[sourceSize + 1][];
    for (int i = 0; i <= sourceSize; i++) {
      best[i] = new double[band.width(i)];
      choice[i] = new byte[band.width(i)];
      Arrays.fill(best[i], NEVER);
      for (int j = band.low(i); j <= band.high(i); j++) {
        int cell = j - band.low(i);
        if (i == 0 && j == 0) {
          best[0][0] = 0;
          continue;
        }
        for (int k = 0; k < shapeCount; k++) {
          if (score(i, j, k) == NEVER) {
            continue;
          }
          int u = i - BeadShape.ALL.get(k).source();
          int v = j - BeadShape.ALL.get(k).target();
          double before = best[u][v - band.low(u)];
          if (before == NEVER) {
            continue;
          }
          double sum = before + value.of(i, j, k);
          if (sum > best[i][cell]) {
            best[i][cell] = sum;
            choice[i][cell] = (byte) k;
          }
        }
      }
    }
    return trace(choice);
  }

  private List<Bead> trace(byte[][] choice) {
    List<Bead> beads = new ArrayList<>();
    int i = sourceSize;
    int j = targetSize;
    while (i > 0 || j > 0) {
      BeadShape shape = BeadShape.ALL.get(choice[i][j - band.low(i)]);
      i -= shape.source();
      j -= shape.target();
      beads.add(new Bead(i, shape.source(), j, shape.target(), 1));
    }
    Collections.reverse(beads);
    return beads;
  }

  private double[][] forward(double temperature) {
    double[][] sums = emptySums();
    sums[0][0] = 0;
    for (int i = 0; i <= sourceSize; i++) {
      for (int j = band.low(i); j <= band.high(i); j++) {
        int cell = j - band.low(i);
        for (int k = 0; k < shapeCount; k++) {
          double score = score(i, j, k);
          if (score != NEVER) {
            int u = i - BeadShape.ALL.get(k).source();
            int v = j - BeadShape.ALL.get(k).target();
            sums[i][cell] = addLog(sums[i][cell], sums[u][v - band.low(u)] + score / temperature);
          }
        }
      }
    }
    return sums;
  }

  private double[][] backward(double temperature) {
    double[][] sums = emptySums();
    sums[sourceSize][targetSize - band.low(sourceSize)] = 0;
    for (int i = sourceSize; i >= 0; i--) {
      for (int j = band.high(i); j >= band.low(i); j--) {
        double after = sums[i][j - band.low(i)];
        if (after == NEVER) {
          continue;
        }
        for (int k = 0; k < shapeCount; k++) {
          double score = score(i, j, k);
          if (score != NEVER) {
            int u = i - BeadShape.ALL.get(k).source();
            int cell = j - BeadShape.ALL.get(k).target() - band.low(u);
            sums[u][cell] = addLog(sums[u][cell], after + score / temperature);
          }
        }
      }
    }
    return sums;
  }

  private double[][] emptySums() {
    double[][] sums = new double[sourceSize + 1][];
    for (int i = 0; i <= sourceSize; i++) {
      sums[i] = new double[band.width(i)];
      Arrays.fill(sums[i], NEVER);
    }
    return sums;
  }

  private double score(int i, int j, int k) {
    return scores[i][(j - band.low(i)) * shapeCount + k];
  }

  private boolean reachable(int i, int j, int k) {
    BeadShape shape = BeadShape.ALL.get(k);
    int u = i - shape.source();
    int v = j - shape.target();
    if (u < 0 || v < 0 || !band.contains(u, v) || !frame.allows(u, v, i, j)) {
      return false;
    }
    // Every pair of segments in a linked bead must lie inside the band, for its words are known
    // there.
    return !shape.linked() || (v >= band.low(i - 1) && j <= band.high(u + 1));
  }

  private boolean passes(int i, int j, int k) {
    BeadShape shape = BeadShape.ALL.get(k);
    return frame.isPassage(i - shape.source(), j - shape.target(), i, j);
  }

  private int shapeOf(Bead bead) {
    for (int k = 0; k < shapeCount; k++) {
      BeadShape shape = BeadShape.ALL.get(k);
      if (shape.source() == bead.sourceCount() && shape.target() == bead.targetCount()) {
        return k;
      }
    }
    throw new IllegalStateException("no shape for " + bead);
  }

  private static double addLog(double one, double other) {
    double larger = Math.max(one, other);
    if (larger == NEVER) {
      return NEVER;
    }
    double difference = Math.min(one, other) - larger;
    return difference < -40 ? larger : larger + Math.log1p(Math.exp(difference));
  }
}
