package org.cotejo.translation.alignment;

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
 * segments inside the band; a bead adds those of its pairs.
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

  /** Evidence for the bead of source segments u to i and target segments v to j (exclusive). */
  double of(int u, int i, int v, int j) {
    int sources = source.tokenCount(u, i);
    int targets = target.tokenCount(v, j);
    if (sources == 0 || targets == 0) {
      return 0;
    }
    return (targetSide(u, i, v, j, (1 - noise) / sources)
            + sourceSide(u, i, v, j, (1 - noise) / targets))
        / 2;
  }

  private double targetSide(int u, int i, int v, int j, double share) {
    int from = target.firstToken[v];
    int to = target.firstToken[j];
    double sum = 0;
    double product = 1;
    int factors = 0;
    for (int token = from; token < to; token++) {
      product *= noise + share * targetRatio(token, u, i);
      if (++factors == FACTORS_PER_LOGARITHM) {
        sum += Math.log(product);
        product = 1;
        factors = 0;
      }
    }
    return sum + Math.log(product);
  }

  private double sourceSide(int u, int i, int v, int j, double share) {
    double sum = 0;
    double product = 1;
    int factors = 0;
    for (int x = u; x < i; x++) {
      int count = source.tokenCount(x, x + 1);
      for (int q = 0; q < count; q++) {
        product *= noise + share * sourceRatio(x, q, v, j);
        if (++factors == FACTORS_PER_LOGARITHM) {
          sum += Math.log(product);
          product = 1;
          factors = 0;
        }
      }
    }
    return sum + Math.log(product);
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
