package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be said of word pairs before any alignment: the same or nearly the same spelling.
 *
 * <p>Identical words and numbers get a weight of 2 pseudo-counts, cognates one that rises with the
 * ratio of their longest common subsequence (Melamed 1995, "Automatic evaluation and uniform filter
 * cascades for inducing n-best translation lexicons", section 4.3).
 */
final class CognatePrior {
  private static final double IDENTICAL_WEIGHT = 2;
  private static final int LEAST_COGNATE_LENGTH = 5;
  private static final int LEAST_IDENTICAL_LENGTH = 4;
  private static final int GREATEST_LENGTH_DIFFERENCE = 3;
  private static final double LEAST_RATIO = .68;
  private static final double RATIO_OFFSET = .5;
  private static final double RATIO_FACTOR = 3;
  private static final int PREFIX_LENGTH = 2;

  private final Vocabulary source;
  private final Vocabulary target;
  private final Map<String, List<Integer>> targetsByPrefix;

  CognatePrior(Vocabulary source, Vocabulary target) {
    this.source = source;
    this.target = target;
    targetsByPrefix = byPrefix(target);
  }

  /** Adds what the spelling of a source family says to the present row of counts. */
  void addTo(PairCounts.Rows counts, int s) {
    String word = source.form(s);
    addIdentical(counts, word);
    if (word.length() >= LEAST_COGNATE_LENGTH) {
      for (int t : targetsByPrefix.getOrDefault(word.substring(0, PREFIX_LENGTH), List.of())) {
        addCognate(counts, word, t, target.form(t));
      }
    }
  }

  private static Map<String, List<Integer>> byPrefix(Vocabulary vocabulary) {
    Map<String, List<Integer>> byPrefix = new HashMap<>();
    for (int t = 0; t < vocabulary.size(); t++) {
      String word = vocabulary.form(t);
      if (word.length() >= LEAST_COGNATE_LENGTH) {
        byPrefix.computeIfAbsent(word.substring(0, PREFIX_LENGTH), key -> new ArrayList<>()).add(t);
      }
    }
    return byPrefix;
  }

  private void addIdentical(PairCounts.Rows counts, String word) {
    int same = target.find(word);
    if (same >= 0
        && target.form(same).equals(word)
        && (word.length() >= LEAST_IDENTICAL_LENGTH || !Character.isLetter(word.charAt(0)))) {
      counts.raiseTo(same, IDENTICAL_WEIGHT);
    }
  }

  private static void addCognate(PairCounts.Rows counts, String word, int t, String other) {
    int longer = Math.max(word.length(), other.length());
    if (longer - Math.min(word.length(), other.length()) > GREATEST_LENGTH_DIFFERENCE) {
      return;
    }
    double ratio = commonSubsequence(word, other) / (double) longer;
    if (ratio >= LEAST_RATIO) {
      counts.raiseTo(t, (ratio - RATIO_OFFSET) * RATIO_FACTOR);
    }
  }

  /** Length of the longest common subsequence. */
  static int commonSubsequence(String one, String other) {
    int[] best = new int[other.length() + 1];
    for (int i = 0; i < one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = best[j];
        best[j] =
            one.charAt(i) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, best[j - 1]);
        diagonal = above;
      }
    }
    return best[other.length()];
  }
}
