package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.alignment.LinkedText;
import org.cotejo.translation.alignment.PlainWord;
import org.cotejo.translation.alignment.WordTranslations;

/**
 * Whether a passage is translated by another, judged by its words.
 *
 * <p>Each word falls into a class by the best counterpart that it finds in the other passage: none,
 * a weak, a fair or a strong translation, the same word; words of which nothing is known are a
 * class of their own. How often each class occurs in a right link and between passages that have
 * nothing to do with each other is counted in the document itself, and the sum of the logarithms of
 * the two shares' ratio is the evidence: above 0 for a translation, below for none (naive Bayes).
 *
 * <p>Translations are known from the archive, and from the links of the document that are not under
 * judgement: its links are dealt into blocks, and a block is judged by what the others teach.
 */
final class Counterparts {
  private static final int FOLDS = 2;
  private static final int BLOCK = 12;
  private static final double SURE = .8;
  private static final int[] ELSEWHERE = {7, 11, 16, 23};
  private static final int CLASSES = 6;
  private static final double SAME = 2;
  private static final double WEAK = .1;
  private static final double FAIR = .3;
  private static final double SMOOTHING = 2;
  private static final int SHORTEST_ALIKE = 4;
  private static final int SHORTEST_STEM = 5;
  // Words that are alike in most letters: so long where they begin alike, so long where not.
  private static final int SHORTEST_COGNATE = 6;
  private static final int SHORTEST_FAR_COGNATE = 8;
  private static final int SHORTEST_WORD = 3;

  private final Comparison comparison;
  private final List<KnownTranslations> known = new ArrayList<>();
  private final int[] bySource;
  private final int[] byTarget;
  private final double[] sourceEvidence;
  private final double[] targetEvidence;
  private final Map<String, List<String>> words = new HashMap<>();

  Counterparts(Comparison comparison, KnownTranslations archive) {
    this.comparison = comparison;
    List<Couple> couples = comparison.couples();
    bySource = order(couples, couple -> couple.source().first());
    byTarget = order(couples, couple -> couple.target().first());
    for (int fold = 0; fold < FOLDS; fold++) {
      List<LinkedText> others = new ArrayList<>();
      for (int k = 0; k < couples.size(); k++) {
        if (fold(k) != fold && couples.get(k).confidence() >= SURE) {
          Couple couple = couples.get(k);
          others.add(
              new LinkedText(
                  couple.source().compared(), couple.target().compared(), couple.confidence()));
        }
      }
      known.add(KnownTranslations.both(archive, WordTranslations.learn(others)));
    }
    sourceEvidence = evidence(true);
    targetEvidence = evidence(false);
  }

  /** Evidence that a passage of the original is translated in a passage of the translation. */
  double ofSource(Stretch part, Stretch translation) {
    return sum(part, translation, List.of(), true);
  }

  /** Evidence that a passage of the translation renders a passage of the original. */
  double ofTarget(Stretch part, Stretch original) {
    return sum(part, original, List.of(), false);
  }

  /**
   * Evidence that one segment of a stretch has a counterpart in another stretch: words that another
   * segment of its own stretch explains as well do not count for it.
   */
  double ofSegment(int segment, Stretch own, Stretch other, boolean ofSource) {
    List<String> rivals = new ArrayList<>();
    for (int k = own.first(); k < own.end(); k++) {
      if (k != segment) {
        rivals.addAll(words(new Stretch(own.side(), k, k + 1)));
      }
    }
    return sum(new Stretch(own.side(), segment, segment + 1), other, rivals, ofSource);
  }

  /**
   * Evidence that a segment has a counterpart in a passage that renders another passage: words that
   * the other passage explains as well do not count for it.
   */
  double beside(int segment, Stretch rival, Stretch other, boolean ofSource) {
    return sum(new Stretch(rival.side(), segment, segment + 1), other, words(rival), ofSource);
  }

  private double sum(Stretch part, Stretch other, List<String> rivals, boolean ofSource) {
    double[] evidence = ofSource ? sourceEvidence : targetEvidence;
    KnownTranslations fold = known.get(near(part.first(), ofSource));
    double sum = 0;
    for (int found : classes(words(part), words(other), rivals, ofSource, fold)) {
      sum += evidence[found];
    }
    return sum;
  }

  /** The fold of the links about a segment. */
  private int near(int segment, boolean ofSource) {
    int[] order = ofSource ? bySource : byTarget;
    List<Couple> couples = comparison.couples();
    int low = 0;
    int high = order.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      Couple couple = couples.get(order[middle]);
      Stretch stretch = ofSource ? couple.source() : couple.target();
      if (stretch.end() > segment) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return fold(order.length == 0 ? 0 : order[low]);
  }

  /** The links in the order of one side; a passage that was moved stands elsewhere on the other. */
  private static int[] order(List<Couple> couples, ToIntFunction<Couple> first) {
    return IntStream.range(0, couples.size())
        .boxed()
        .sorted(Comparator.comparingInt(k -> first.applyAsInt(couples.get(k))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int fold(int couple) {
    return couple / BLOCK % FOLDS;
  }

  private double[] evidence(boolean ofSource) {
    double[] right = new double[CLASSES];
    double[] chance = new double[CLASSES];
    List<Couple> couples = comparison.couples();
    for (int k = 0; k < couples.size(); k++) {
      Stretch part = ofSource ? couples.get(k).source() : couples.get(k).target();
      KnownTranslations fold = known.get(fold(k));
      if (couples.get(k).confidence() >= SURE) {
        count(part, other(k, ofSource), ofSource, fold, right);
      }
      for (int away : ELSEWHERE) {
        if (couples.size() > 2 * away) {
          count(part, other((k + away) % couples.size(), ofSource), ofSource, fold, chance);
        }
      }
    }
    double rights = 0;
    double chances = 0;
    for (int k = 0; k < CLASSES; k++) {
      rights += right[k] + SMOOTHING;
      chances += chance[k] + SMOOTHING;
    }
    double[] evidence = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      evidence[k] = Math.log((right[k] + SMOOTHING) / rights / ((chance[k] + SMOOTHING) / chances));
    }
    return evidence;
  }

  private Stretch other(int couple, boolean ofSource) {
    Couple found = comparison.couples().get(couple);
    return ofSource ? found.target() : found.source();
  }

  private void count(
      Stretch part, Stretch other, boolean ofSource, KnownTranslations fold, double[] counts) {
    for (int found : classes(words(part), words(other), List.of(), ofSource, fold)) {
      counts[found]++;
    }
  }

  private List<String> words(Stretch stretch) {
    return words.computeIfAbsent(
        stretch.side().prefix() + stretch.first() + '-' + stretch.end(),
        key ->
            PlainWord.in(stretch.compared()).stream()
                .map(PlainWord::folded)
                .filter(
                    word -> word.length() >= SHORTEST_WORD || !Character.isLetter(word.charAt(0)))
                .toList());
  }

  private static int[] classes(
      List<String> part,
      List<String> other,
      List<String> rivals,
      boolean ofSource,
      KnownTranslations known) {
    double[] taken = new double[other.size()];
    for (int t = 0; t < taken.length; t++) {
      for (String rival : rivals) {
        taken[t] = Math.max(taken[t], together(rival, other.get(t), ofSource, known));
      }
    }
    int[] classes = new int[part.size()];
    for (int k = 0; k < classes.length; k++) {
      String word = part.get(k);
      double best = 0;
      for (int t = 0; t < taken.length; t++) {
        double together = together(word, other.get(t), ofSource, known);
        if (together > best && together > taken[t]) {
          best = together;
        }
      }
      boolean knows = ofSource ? known.knowsSource(word) : known.knowsTarget(word);
      classes[k] = classOf(best, knows);
    }
    return classes;
  }

  /** The classes, from nothing known to the same word. */
  private static int classOf(double best, boolean knows) {
    if (best <= 0) {
      return knows ? 1 : 0;
    }
    if (best > 1) {
      return CLASSES - 1;
    }
    return best > FAIR ? 4 : best > WEAK ? 3 : 2;
  }

  /** How far two words stand for each other; above 1 for the same word. */
  private static double together(
      String word, String counterpart, boolean ofSource, KnownTranslations known) {
    if (same(word, counterpart)) {
      return SAME;
    }
    return ofSource ? known.probability(word, counterpart) : known.probability(counterpart, word);
  }

  /** The same word or number, or two words that begin alike or are alike. */
  private static boolean same(String word, String other) {
    int shorter = Math.min(word.length(), other.length());
    if (shorter < SHORTEST_ALIKE || !Character.isLetter(word.charAt(0))) {
      return word.equals(other);
    }
    int common = 0;
    while (common < shorter && word.charAt(common) == other.charAt(common)) {
      common++;
    }
    int longer = Math.max(word.length(), other.length());
    return common >= SHORTEST_STEM
        || (common >= SHORTEST_ALIKE && common * 5 >= longer * 3)
        || (shorter >= (common > 0 ? SHORTEST_COGNATE : SHORTEST_FAR_COGNATE)
            && Spelling.written(word, other));
  }
}
