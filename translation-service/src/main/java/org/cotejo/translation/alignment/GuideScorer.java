package org.cotejo.translation.alignment;

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
  public double linked(int sourceEnd, int targetEnd, int shape) {
    BeadShape form = BeadShape.LINKED.get(shape);
    int u = sourceEnd - form.source();
    int v = targetEnd - form.target();
    double alike = 0;
    for (int i = u; i < sourceEnd; i++) {
      for (int j = v; j < targetEnd; j++) {
        alike += likeness[i][j - band.firstTarget(i)];
      }
    }
    return shapes.linked(shape)
        - lengths.deviation(source.length(u, sourceEnd), target.length(v, targetEnd))
        + Math.min(alike, GREATEST_LIKENESS);
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
