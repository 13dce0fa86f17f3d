package org.cotejo.translation.alignment;

import java.util.Arrays;

/**
 * A cheap score by length and by rare words that look alike, for finding the way through a text.
 *
 * <p>A pair of segments is as good as the sum over its shared rare words of their weight times the
 * logarithm of their rarity; the pairs are found through an index of the occurrences, so that the
 * cost does not depend on the width of the band.
 */
final class GuideScorer implements BeadScorer {
  private static final int RARE = 12;
  private static final double LIKENESS_WEIGHT = .35;
  private static final double GREATEST_LIKENESS = 12;
  private static final double DELETION_BASE = 2;
  private static final double DELETION_PER_CHARACTER = .02;
  private static final double GREATEST_DELETION = 6;

  private final EncodedText source;
  private final EncodedText target;
  private final LengthModel lengths;
  private final ShapePrior shapes = ShapePrior.initial();
  private final Band band;
  private final float[][] likeness;

  GuideScorer(
      EncodedText source, EncodedText target, LengthModel lengths, Lexicon lexicon, Band band) {
    this.source = source;
    this.target = target;
    this.lengths = lengths;
    this.band = band;
    likeness = new float[source.size][];
    int[][] occurrences = occurrences(target);
    int[] sourceCounts = counts(source);
    for (int i = 0; i < source.size; i++) {
      likeness[i] = new float[Math.max(0, band.endTarget(i) - band.firstTarget(i))];
      for (int at = source.firstToken[i]; at < source.firstToken[i + 1]; at++) {
        int word = source.tokens[at];
        if (sourceCounts[word] <= RARE) {
          meet(i, word, lexicon, occurrences);
        }
      }
    }
  }

  @Override
  public void linked(int sourceEnd, int shape, int first, int last, double[] scores) {
    BeadShape form = BeadShape.LINKED.get(shape);
    int u = sourceEnd - form.source();
    double prior = shapes.linked(shape);
    double sourceLength = source.length(u, sourceEnd);
    sumLikeness(u, sourceEnd, form.target(), first, last, scores);
    for (int j = first; j <= last; j++) {
      scores[j - first] =
          prior
              - lengths.deviation(sourceLength, target.length(j - form.target(), j))
              + Math.min(scores[j - first], GREATEST_LIKENESS);
    }
  }

  /** Sums up how alike the pairs of segments are of beads that end at a range of boundaries. */
  private void sumLikeness(int u, int i, int targets, int first, int last, double[] sums) {
    int count = last - first + 1;
    Arrays.fill(sums, 0, count, 0);
    for (int x = u; x < i; x++) {
      for (int back = targets; back > 0; back--) {
        int from = first - back - band.firstTarget(x);
        for (int n = 0; n < count; n++) {
          sums[n] += likeness[x][from + n];
        }
      }
    }
  }

  @Override
  public double sourceAlone(int segment) {
    return alone(lengths.commonLength(source.length(segment, segment + 1), 0));
  }

  @Override
  public double targetAlone(int segment) {
    return alone(lengths.commonLength(0, target.length(segment, segment + 1)));
  }

  private static double alone(double characters) {
    return -DELETION_BASE - Math.min(DELETION_PER_CHARACTER * characters, GREATEST_DELETION);
  }

  @Override
  public double sourceOpening() {
    return 0;
  }

  @Override
  public double targetOpening() {
    return 0;
  }

  private void meet(int i, int word, Lexicon lexicon, int[][] occurrences) {
    for (int k = lexicon.forwardStart[word]; k < lexicon.forwardStart[word + 1]; k++) {
      int[] places = occurrences[lexicon.forwardWord[k]];
      if (places.length > RARE) {
        continue;
      }
      double rarity = Math.log(2.0 + (double) target.size / Math.max(1, places.length));
      float weight = (float) (LIKENESS_WEIGHT * lexicon.forwardProbability[k] * rarity * 2);
      for (int j : places) {
        if (j >= band.firstTarget(i) && j < band.endTarget(i)) {
          likeness[i][j - band.firstTarget(i)] += weight;
        }
      }
    }
  }

  private static int[] counts(EncodedText text) {
    int[] counts = new int[text.vocabulary.size()];
    for (int token : text.tokens) {
      counts[token]++;
    }
    return counts;
  }

  private static int[][] occurrences(EncodedText text) {
    int[] counts = counts(text);
    int[][] places = new int[counts.length][];
    for (int word = 0; word < counts.length; word++) {
      places[word] = new int[counts[word]];
    }
    int[] next = new int[counts.length];
    for (int j = 0; j < text.size; j++) {
      for (int at = text.firstToken[j]; at < text.firstToken[j + 1]; at++) {
        int word = text.tokens[at];
        places[word][next[word]++] = j;
      }
    }
    return places;
  }
}
