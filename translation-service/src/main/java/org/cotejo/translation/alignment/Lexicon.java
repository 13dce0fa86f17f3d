package org.cotejo.translation.alignment;

/**
 * Translation probabilities between the word families of two texts, in both directions.
 *
 * <p>Compressed rows: the translations of source family {@code s} stand at {@code
 * forwardStart[s]..forwardStart[s + 1]} of {@code forwardWord} and {@code forwardProbability}
 * (which is p(target | source)), with p(source | target) beside it in {@code forwardReverse}; the
 * other direction alike.
 */
final class Lexicon {
  final int[] forwardStart;
  final int[] forwardWord;
  final float[] forwardProbability;
  final float[] forwardReverse;
  final int[] backwardStart;
  final int[] backwardWord;
  final float[] backwardProbability;

  private Lexicon(int sources, int targets, int entries) {
    forwardStart = new int[sources + 1];
    forwardWord = new int[entries];
    forwardProbability = new float[entries];
    forwardReverse = new float[entries];
    backwardStart = new int[targets + 1];
    backwardWord = new int[entries];
    backwardProbability = new float[entries];
  }

  /**
   * Normalises counts: p(t|s) = c(s,t) / (sum over t' of c(s,t') + slack), which leaves a share of
   * each word to what has not been seen.
   *
   * @param slack pseudo-count of the unseen
   * @param least entries whose probability is lower in both directions are dropped
   */
  static Lexicon of(PairCounts counts, int sources, int targets, double slack, double least) {
    double[] sourceTotal = new double[sources];
    double[] targetTotal = new double[targets];
    counts.forEach(
        (source, target, count) -> {
          sourceTotal[source] += count;
          targetTotal[target] += count;
        });
    PairCounts.Keep keep =
        (source, target, count) ->
            count > least * (sourceTotal[source] + slack)
                || count > least * (targetTotal[target] + slack);
    int[] entries = new int[1];
    counts.forEach((s, t, count) -> entries[0] += keep.test(s, t, count) ? 1 : 0);
    Lexicon lexicon = new Lexicon(sources, targets, entries[0]);
    lexicon.fill(counts, keep, sourceTotal, targetTotal, slack);
    return lexicon;
  }

  int size() {
    return forwardWord.length;
  }

  private void fill(
      PairCounts counts,
      PairCounts.Keep keep,
      double[] sourceSum,
      double[] targetSum,
      double slack) {
    counts.forEach(
        (s, t, count) -> {
          if (keep.test(s, t, count)) {
            forwardStart[s + 1]++;
            backwardStart[t + 1]++;
          }
        });
    accumulate(forwardStart);
    accumulate(backwardStart);
    int[] nextForward = forwardStart.clone();
    int[] nextBackward = backwardStart.clone();
    counts.forEach(
        (s, t, count) -> {
          if (keep.test(s, t, count)) {
            int forward = nextForward[s]++;
            forwardWord[forward] = t;
            forwardProbability[forward] = (float) (count / (sourceSum[s] + slack));
            forwardReverse[forward] = (float) (count / (targetSum[t] + slack));
            int backward = nextBackward[t]++;
            backwardWord[backward] = s;
            backwardProbability[backward] = forwardReverse[forward];
          }
        });
  }

  private static void accumulate(int[] starts) {
    for (int k = 1; k < starts.length; k++) {
      starts[k] += starts[k - 1];
    }
  }
}
