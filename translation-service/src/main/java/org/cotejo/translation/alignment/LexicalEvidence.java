package org.cotejo.translation.alignment;

import java.util.Arrays;
import java.util.List;

/**
 * How much better the words of a bead are explained by each other than by chance.
 *
 * <p>For a bead of source words S and target words T it is the mean of both directions of
 *
 * <pre>  sum over t in T of log( noise + (1 - noise) / |S| * sum over s in S of p(t|s) / p(t) )
 * </pre>
 *
 * a Model 1 likelihood (Moore 2002) relative to the unigram model, mixed with a floor so that one
 * word without counterpart costs a bounded amount. The inner sums are kept for every pair of
 * segments inside the band. The target's part of a bead is a sum over its target segments that
 * depends on its source segments alone, and the source's part the other way round; so each part is
 * worked out once for the runs of segments that end at a source boundary, and a bead only adds.
 */
final class LexicalEvidence {
  // 32 factors between 1e-2 and 1e5 stay far inside the range of a double.
  private static final int FACTORS_PER_LOGARITHM = 32;

  private final EncodedText source;
  private final EncodedText target;
  private final Band band;
  private double noise = 1;

  /** For source segment i: sums for the target tokens of all segments in its band. */
  private final float[][] ofTargets;

  /** For source segment i: for each target segment of its band the sums for i's tokens. */
  private final float[][] ofSources;

  /** For a count of source segments that end at the row's boundary: parts of target segments. */
  private final double[][] targetParts = new double[BeadShape.MAXIMUM_SIDE + 1][0];

  /** For a source segment (modulo its count) and a count of targets: parts by target boundary. */
  private final double[][][] sourceParts =
      new double[BeadShape.MAXIMUM_SIDE][BeadShape.MAXIMUM_SIDE + 1][0];

  private int firstOfRow;
  private float[] ratios = new float[64];

  LexicalEvidence(EncodedText source, EncodedText target, Lexicon lexicon, Band band) {
    this.source = source;
    this.target = target;
    this.band = band;
    ofTargets = new float[source.size][];
    ofSources = new float[source.size][];
    sumTargets(lexicon);
    sumSources(lexicon);
  }

  /** Sets the share of words in right beads that nothing explains, before any bead is scored. */
  LexicalEvidence withNoise(double value) {
    noise = value;
    return this;
  }

  /**
   * Share of the words in linked beads that the other side explains better than chance.
   *
   * @param beads of an alignment inside the band
   */
  double coverage(List<Bead> beads) {
    int explained = 0;
    int all = 0;
    for (Bead bead : beads) {
      if (!bead.linked()) {
        continue;
      }
      int sources = source.tokenCount(bead.sourceStart(), bead.sourceEnd());
      int targets = target.tokenCount(bead.targetStart(), bead.targetEnd());
      all += sources + targets;
      for (int token = target.firstToken[bead.targetStart()];
          token < target.firstToken[bead.targetEnd()];
          token++) {
        explained += targetRatio(token, bead.sourceStart(), bead.sourceEnd()) > sources ? 1 : 0;
      }
      for (int x = bead.sourceStart(); x < bead.sourceEnd(); x++) {
        for (int q = 0; q < source.tokenCount(x, x + 1); q++) {
          explained += sourceRatio(x, q, bead.targetStart(), bead.targetEnd()) > targets ? 1 : 0;
        }
      }
    }
    return all == 0 ? 0 : (double) explained / all;
  }

  /** Works out the parts of all beads that end at a source boundary; rows come in order. */
  void startRow(int i) {
    firstOfRow = band.firstTarget(i - 1);
    int segments = Math.max(0, band.endTarget(i - 1) - firstOfRow);
    for (int count = 1; count <= BeadShape.MAXIMUM_SIDE; count++) {
      targetParts[count] = roomFor(targetParts[count], segments);
      double[][] parts = sourceParts[(i - 1) % BeadShape.MAXIMUM_SIDE];
      parts[count] = roomFor(parts[count], segments + 1);
    }
    sumTargetParts(i);
    sumSourceParts(i - 1, segments);
  }

  private static double[] roomFor(double[] array, int size) {
    return array.length < size ? new double[size + size / 4] : array;
  }

  private void sumTargetParts(int i) {
    for (int y = firstOfRow; y < band.endTarget(i - 1); y++) {
      int from = target.firstToken[y];
      int count = target.firstToken[y + 1] - from;
      if (ratios.length < count) {
        ratios = new float[count * 2];
      }
      Arrays.fill(ratios, 0, count, 0);
      for (int run = 1; run <= BeadShape.MAXIMUM_SIDE; run++) {
        int x = i - run;
        if (x < 0 || y >= band.endTarget(x)) {
          break;
        }
        float[] row = ofTargets[x];
        int at = from - target.firstToken[band.firstTarget(x)];
        for (int token = 0; token < count; token++) {
          ratios[token] += row[at + token];
        }
        targetParts[run][y - firstOfRow] = logarithm(count, source.tokenCount(x, i));
      }
    }
  }

  private void sumSourceParts(int x, int segments) {
    int count = source.tokenCount(x, x + 1);
    if (ratios.length < count) {
      ratios = new float[count * 2];
    }
    double[][] parts = sourceParts[x % BeadShape.MAXIMUM_SIDE];
    float[] sums = ofSources[x];
    for (int end = 1; end <= segments; end++) {
      Arrays.fill(ratios, 0, count, 0);
      int j = firstOfRow + end;
      for (int run = 1; run <= BeadShape.MAXIMUM_SIDE && run <= end; run++) {
        int at = (end - run) * count;
        for (int token = 0; token < count; token++) {
          ratios[token] += sums[at + token];
        }
        parts[run][end] = logarithm(count, target.tokenCount(j - run, j));
      }
    }
  }

  /** Sum over the words whose ratios were added up of log(noise + share * ratio). */
  private double logarithm(int count, int others) {
    if (others == 0) {
      return 0;
    }
    double share = (1 - noise) / others;
    double sum = 0;
    for (int from = 0; from < count; from += FACTORS_PER_LOGARITHM) {
      sum += Math.log(product(from, Math.min(count, from + FACTORS_PER_LOGARITHM), share));
    }
    return sum;
  }

  /** Product of the factors of some words: four chains, which do not wait for each other. */
  private double product(int from, int to, double share) {
    double first = 1;
    double second = 1;
    double third = 1;
    double fourth = 1;
    int token = from;
    for (; token + 3 < to; token += 4) {
      first *= noise + share * ratios[token];
      second *= noise + share * ratios[token + 1];
      third *= noise + share * ratios[token + 2];
      fourth *= noise + share * ratios[token + 3];
    }
    for (; token < to; token++) {
      first *= noise + share * ratios[token];
    }
    return first * second * (third * fourth);
  }

  /**
   * Evidence for the beads of a shape that end at the row's boundary i and a range of target ones.
   *
   * @param last last target boundary, inclusive
   * @param sums gets the evidence, that of the first target boundary at 0
   */
  void of(int i, BeadShape shape, int first, int last, double[] sums) {
    int count = last - first + 1;
    int u = i - shape.source();
    Arrays.fill(sums, 0, count, 0);
    if (source.tokenCount(u, i) == 0) {
      return;
    }
    for (int back = shape.target(); back > 0; back--) {
      addTo(sums, count, targetParts[shape.source()], first - back - firstOfRow);
    }
    for (int x = u; x < i; x++) {
      double[] parts = sourceParts[x % BeadShape.MAXIMUM_SIDE][shape.target()];
      addTo(sums, count, parts, first - band.firstTarget(x));
    }
    for (int n = 0; n < count; n++) {
      int j = first + n;
      sums[n] = target.tokenCount(j - shape.target(), j) == 0 ? 0 : sums[n] / 2;
    }
  }

  private static void addTo(double[] sums, int count, double[] parts, int from) {
    for (int n = 0; n < count; n++) {
      sums[n] += parts[from + n];
    }
  }

  /** Sum over the words of segments u to i of p(t|s) / p(t). */
  private float targetRatio(int token, int u, int i) {
    float ratio = 0;
    for (int x = u; x < i; x++) {
      ratio += ofTargets[x][token - target.firstToken[band.firstTarget(x)]];
    }
    return ratio;
  }

  /** Sum over the words of segments v to j of p(s|t) / p(s), for the q-th word of segment x. */
  private float sourceRatio(int x, int q, int v, int j) {
    int count = source.tokenCount(x, x + 1);
    float[] sums = ofSources[x];
    float ratio = 0;
    int at = (v - band.firstTarget(x)) * count + q;
    for (int y = v; y < j; y++) {
      ratio += sums[at];
      at += count;
    }
    return ratio;
  }

  private void sumTargets(Lexicon lexicon) {
    float[] sums = new float[target.vocabulary.size()];
    for (int i = 0; i < source.size; i++) {
      for (int at = source.firstToken[i]; at < source.firstToken[i + 1]; at++) {
        int word = source.tokens[at];
        for (int k = lexicon.forwardStart[word]; k < lexicon.forwardStart[word + 1]; k++) {
          sums[lexicon.forwardWord[k]] += lexicon.forwardProbability[k];
        }
      }
      int from = target.firstToken[band.firstTarget(i)];
      int to = target.firstToken[Math.max(band.firstTarget(i), band.endTarget(i))];
      float[] row = new float[to - from];
      for (int token = from; token < to; token++) {
        int word = target.tokens[token];
        row[token - from] = (float) (sums[word] / target.frequency[word]);
      }
      ofTargets[i] = row;
      for (int at = source.firstToken[i]; at < source.firstToken[i + 1]; at++) {
        int word = source.tokens[at];
        for (int k = lexicon.forwardStart[word]; k < lexicon.forwardStart[word + 1]; k++) {
          sums[lexicon.forwardWord[k]] = 0;
        }
      }
    }
  }

  private void sumSources(Lexicon lexicon) {
    for (int i = 0; i < source.size; i++) {
      int segments = Math.max(0, band.endTarget(i) - band.firstTarget(i));
      ofSources[i] = new float[segments * source.tokenCount(i, i + 1)];
    }
    float[] sums = new float[source.vocabulary.size()];
    int first = 0;
    for (int j = 0; j < target.size; j++) {
      while (first < source.size && band.endTarget(first) <= j) {
        first++;
      }
      addUp(lexicon, j, sums, true);
      for (int i = first; i < source.size && band.firstTarget(i) <= j; i++) {
        int count = source.tokenCount(i, i + 1);
        int base = (j - band.firstTarget(i)) * count;
        for (int q = 0; q < count; q++) {
          int word = source.tokens[source.firstToken[i] + q];
          ofSources[i][base + q] = (float) (sums[word] / source.frequency[word]);
        }
      }
      addUp(lexicon, j, sums, false);
    }
  }

  private void addUp(Lexicon lexicon, int j, float[] sums, boolean set) {
    for (int at = target.firstToken[j]; at < target.firstToken[j + 1]; at++) {
      int word = target.tokens[at];
      for (int k = lexicon.backwardStart[word]; k < lexicon.backwardStart[word + 1]; k++) {
        int counterpart = lexicon.backwardWord[k];
        sums[counterpart] = set ? sums[counterpart] + lexicon.backwardProbability[k] : 0;
      }
    }
  }
}
