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

  private CognatePrior() {}

  static PairCounts between(Vocabulary source, Vocabulary target) {
    PairCounts prior = new PairCounts(source.size());
    Map<String, List<Integer>> byPrefix = byPrefix(target);
    for (int s = 0; s < source.size(); s++) {
      String word = source.form(s);
      addIdentical(prior, s, word, target);
      if (word.length() >= LEAST_COGNATE_LENGTH) {
        for (int t : byPrefix.getOrDefault(word.substring(0, PREFIX_LENGTH), List.of())) {
          addCognate(prior, s, word, t, target.form(t));
        }
      }
    }
    return prior;
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

  private static void addIdentical(PairCounts prior, int s, String word, Vocabulary target) {
    int same = target.find(word);
    if (same >= 0
        && target.form(same).equals(word)
        && (word.length() >= LEAST_IDENTICAL_LENGTH || !Character.isLetter(word.charAt(0)))) {
      prior.raiseTo(s, same, IDENTICAL_WEIGHT);
    }
  }

  private static void addCognate(PairCounts prior, int s, String word, int t, String other) {
    int longer = Math.max(word.length(), other.length());
    if (longer - Math.min(word.length(), other.length()) > GREATEST_LENGTH_DIFFERENCE) {
      return;
    }
    double ratio = commonSubsequence(word, other) / (double) longer;
    if (ratio >= LEAST_RATIO) {
      prior.raiseTo(s, t, (ratio - RATIO_OFFSET) * RATIO_FACTOR);
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
