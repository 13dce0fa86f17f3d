package org.cotejo.translation.collation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Aligns the passage about a sentence anew, with the sentence and without it: where it is missing
 * on the other side, what is left comes out even.
 *
 * <p>A bead has the evidence of its words ({@link Counterparts}), both directions in equal parts,
 * less the misfit of its lengths ({@link Lengths}); a way that leaves a sentence without link or
 * joins several pays for it. The probabilities of all ways are summed (forward algorithm), so that
 * an alignment that happened to be chosen does not decide. In a short document, of whose words
 * little is known, the aligner's links are believed all the more, and furniture is left out for
 * less: lengths alone would set a sentence against it.
 */
final class LocalWays {
  private static final int[][] SHAPES = {
    {1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}, {2, 2}, {3, 1}, {1, 3}, {4, 1}, {1, 4}
  };
  // Logarithms: how much rarer a shape is than one to one.
  private static final double[] PRIOR = {0, -4.5, -4.5, -2, -2, -4, -3.5, -3.5, -4.5, -4.5};

  private static final double NEVER = -1e9;
  private static final int BITS = 8;
  private static final int INDEX_BITS = 20;

  private final Counterparts words;
  private final Lengths lengths;
  private final Side own;
  private final Side other;
  private final boolean ofSource;
  private final boolean[] furniture;
  private final boolean[] otherFurniture;
  private final Map<Long, Counterparts.Pair> pairs = new HashMap<>();
  private final Map<Long, Double> beads = new HashMap<>();
  private final Map<Long, Double> believed = new HashMap<>();

  LocalWays(Counterparts words, Lengths lengths, Side own, Side other, boolean ofSource) {
    this.words = words;
    this.lengths = lengths;
    this.own = own;
    this.other = other;
    this.ofSource = ofSource;
    furniture = furniture(own);
    otherFurniture = furniture(other);
  }

  /** Which segments call for no counterpart. */
  private static boolean[] furniture(Side side) {
    boolean[] furniture = new boolean[side.segments().size()];
    for (int k = 0; k < furniture.length; k++) {
      furniture[k] = LinkRules.isFurniture(side.textOf(k));
    }
    return furniture;
  }

  /**
   * Believes a link of the aligner where the words of the document tell little.
   *
   * @param logit of its confidence
   */
  void believe(Stretch mine, Stretch theirs, double logit) {
    believed.put(
        key(mine.first(), mine.size(), theirs.first(), theirs.size()), (1 - words.told()) * logit);
  }

  /** A passage of the own side, and one of the other side which it is aligned with. */
  record Window(int from, int to, int otherFrom, int otherTo) {}

  /** How much better a passage is aligned without one of its segments; a logarithm. */
  double without(int segment, Window window) {
    int fold = words.foldOf(segment, ofSource);
    int[] all = IntStream.range(window.from, window.to).toArray();
    int[] others = Arrays.stream(all).filter(k -> k != segment).toArray();
    return ways(others, segment, window, fold) - ways(all, segment, window, fold);
  }

  /** The sum over all ways in which segments are aligned with a passage; a logarithm. */
  private double ways(int[] segments, int linked, Window window, int fold) {
    int rows = segments.length;
    int columns = window.otherTo - window.otherFrom;
    double[][] sums = new double[rows + 1][columns + 1];
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        double sum = i + j == 0 ? 0 : NEVER;
        for (int k = 0; k < SHAPES.length; k++) {
          int a = SHAPES[k][0];
          int b = SHAPES[k][1];
          if (a > i || b > j || (b == 0 && segments[i - 1] == linked)) {
            continue;
          }
          double before = sums[i - a][j - b];
          if (before <= NEVER) {
            continue;
          }
          double bead;
          if (b == 0) {
            bead = furniture[segments[i - 1]] ? words.told() * PRIOR[k] : PRIOR[k];
          } else if (a == 0) {
            bead = otherFurniture[window.otherFrom + j - 1] ? words.told() * PRIOR[k] : PRIOR[k];
          } else {
            int otherTo = window.otherFrom + j;
            bead = PRIOR[k] + bead(segments, i - a, i, otherTo - b, otherTo, fold);
          }
          sum = added(sum, before + bead);
        }
        sums[i][j] = sum;
      }
    }
    return sums[rows][columns];
  }

  /** The logarithm of the sum of two numbers by their logarithms. */
  private static double added(double one, double other) {
    double most = Math.max(one, other);
    return most + Math.log1p(Math.exp(Math.min(one, other) - most));
  }

  /** The score of a bead; those without a hole in them are asked for again and again. */
  private double bead(int[] segments, int from, int to, int otherFrom, int otherTo, int fold) {
    int first = segments[from];
    int count = to - from;
    if (segments[to - 1] - first + 1 != count) {
      return score(Arrays.copyOfRange(segments, from, to), otherFrom, otherTo, fold);
    }
    long place = key(first, count, otherFrom, otherTo - otherFrom);
    long key = place * Counterparts.FOLDS + fold;
    Double known = beads.get(key);
    if (known == null) {
      known =
          score(Arrays.copyOfRange(segments, from, to), otherFrom, otherTo, fold)
              + believed.getOrDefault(place, 0.0);
      beads.put(key, known);
    }
    return known;
  }

  private static long key(int first, int count, int otherFirst, int otherCount) {
    return (((long) first << BITS | count) << INDEX_BITS | otherFirst) << BITS | otherCount;
  }

  private double score(int[] segments, int otherFrom, int otherTo, int fold) {
    double ours = 0;
    double others = 0;
    double sum = 0;
    for (int segment : segments) {
      double[] best = pair(segment, otherFrom, fold).own();
      for (int j = otherFrom + 1; j < otherTo; j++) {
        best = j == otherFrom + 1 ? best.clone() : best;
        greatest(best, pair(segment, j, fold).own());
      }
      sum += words.evidence(segment, best, fold, ofSource);
      ours += own.segments().get(segment).end() - own.segments().get(segment).start();
    }
    for (int j = otherFrom; j < otherTo; j++) {
      double[] best = pair(segments[0], j, fold).other();
      for (int k = 1; k < segments.length; k++) {
        best = k == 1 ? best.clone() : best;
        greatest(best, pair(segments[k], j, fold).other());
      }
      sum += words.evidence(j, best, fold, !ofSource);
      others += other.segments().get(j).end() - other.segments().get(j).start();
    }
    return sum / 2 - lengths.misfit(ours, others);
  }

  private static void greatest(double[] best, double[] others) {
    for (int k = 0; k < best.length; k++) {
      best[k] = Math.max(best[k], others[k]);
    }
  }

  private Counterparts.Pair pair(int segment, int otherSegment, int fold) {
    long key = ((long) segment << 32 | otherSegment) * Counterparts.FOLDS + fold;
    Counterparts.Pair known = pairs.get(key);
    if (known == null) {
      known = words.pair(segment, otherSegment, fold, ofSource);
      pairs.put(key, known);
    }
    return known;
  }
}
