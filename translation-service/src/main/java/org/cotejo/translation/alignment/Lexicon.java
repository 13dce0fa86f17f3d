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
   * @param targets how many target families there are
   * @param slack pseudo-count of the unseen
   * @param least entries whose probability is lower in both directions are dropped
   */
  static Lexicon of(PairCounts counts, int targets, double slack, double least) {
    int sources = counts.start.length - 1;
    double[] sourceTotal = new double[sources];
    double[] targetTotal = new double[targets];
    for (int s = 0; s < sources; s++) {
      for (int k = counts.start[s]; k < counts.start[s + 1]; k++) {
        sourceTotal[s] += counts.count[k];
        targetTotal[counts.word[k]] += counts.count[k];
      }
    }
    boolean[] kept = new boolean[counts.size()];
    int entries = 0;
    for (int s = 0; s < sources; s++) {
      for (int k = counts.start[s]; k < counts.start[s + 1]; k++) {
        double count = counts.count[k];
        kept[k] =
            count > least * (sourceTotal[s] + slack)
                || count > least * (targetTotal[counts.word[k]] + slack);
        entries += kept[k] ? 1 : 0;
      }
    }
    Lexicon lexicon = new Lexicon(sources, targets, entries);
    lexicon.fillForward(counts, kept, sourceTotal, targetTotal, slack);
    lexicon.fillBackward();
    return lexicon;
  }

  int size() {
    return forwardWord.length;
  }

  private void fillForward(
      PairCounts counts, boolean[] kept, double[] sourceTotal, double[] targetTotal, double slack) {
    int next = 0;
    for (int s = 0; s < sourceTotal.length; s++) {
      for (int k = counts.start[s]; k < counts.start[s + 1]; k++) {
        if (kept[k]) {
          int t = counts.word[k];
          forwardWord[next] = t;
          forwardProbability[next] = (float) (counts.count[k] / (sourceTotal[s] + slack));
          forwardReverse[next++] = (float) (counts.count[k] / (targetTotal[t] + slack));
        }
      }
      forwardStart[s + 1] = next;
    }
  }

  private void fillBackward() {
    for (int t : forwardWord) {
      backwardStart[t + 1]++;
    }
    accumulate(backwardStart);
    int[] next = backwardStart.clone();
    for (int s = 0; s < forwardStart.length - 1; s++) {
      for (int k = forwardStart[s]; k < forwardStart[s + 1]; k++) {
        int entry = next[forwardWord[k]]++;
        backwardWord[entry] = s;
        backwardProbability[entry] = forwardReverse[k];
      }
    }
  }

  private static void accumulate(int[] starts) {
    for (int k = 1; k < starts.length; k++) {
      starts[k] += starts[k - 1];
    }
  }
}
