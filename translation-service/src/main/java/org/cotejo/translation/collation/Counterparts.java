package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.Arrays;
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
  /** So many parts of the document are judged by what the others teach. */
  static final int FOLDS = 2;

  private static final int BLOCK = 12;
  private static final double SURE = .8;
  private static final int[] ELSEWHERE = {7, 11, 16, 23};
  private static final double SMOOTHING = 2;
  private static final double CHANCES = 200;
  private static final int SHORTEST_WORD = 3;

  private final Comparison comparison;
  private final List<KnownTranslations> known = new ArrayList<>();
  private final int[] bySource;
  private final int[] byTarget;
  private double leastTold = 1;
  private final double[] sourceEvidence;
  private final double[] targetEvidence;
  private final Map<String, List<String>> words = new HashMap<>();
  private final Map<Long, double[]> alone = new HashMap<>();

  /**
   * How the words of a part and those of another passage explain each other.
   *
   * @param words evidence of the part's words, above 0 for a counterpart
   * @param gain how much better the other passage is explained with the part than without it
   */
  record Match(double words, double gain) {}

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
    return match(words(part), translation, List.of(), part.first(), true).words();
  }

  /** Evidence that a passage of the translation renders a passage of the original. */
  double ofTarget(Stretch part, Stretch original) {
    return match(words(part), original, List.of(), part.first(), false).words();
  }

  /**
   * How one segment of a stretch and another stretch explain each other: words that another segment
   * of its own stretch explains as well do not count for it.
   */
  Match ofSegment(int segment, Stretch own, Stretch other, boolean ofSource) {
    List<String> rivals = new ArrayList<>();
    for (int k = own.first(); k < own.end(); k++) {
      if (k != segment) {
        rivals.addAll(words(new Stretch(own.side(), k, k + 1)));
      }
    }
    List<String> part = words(new Stretch(own.side(), segment, segment + 1));
    return match(part, other, rivals, segment, ofSource);
  }

  /**
   * How a segment and a passage that renders another passage explain each other: words that the
   * other passage explains as well do not count for it.
   */
  Match beside(int segment, Stretch rival, Stretch other, boolean ofSource) {
    List<String> part = words(new Stretch(rival.side(), segment, segment + 1));
    return match(part, other, words(rival), segment, ofSource);
  }

  private Match match(
      List<String> part, Stretch other, List<String> rivals, int segment, boolean ofSource) {
    double[] mine = ofSource ? sourceEvidence : targetEvidence;
    double[] theirs = ofSource ? targetEvidence : sourceEvidence;
    KnownTranslations fold = known.get(foldOf(segment, ofSource));
    List<String> others = words(other);
    BestCounterparts best = new BestCounterparts(part, others, rivals, ofSource, fold);
    double sum = 0;
    for (int k = 0; k < part.size(); k++) {
      sum += mine[best.classOfPart(k)];
    }
    double with = 0;
    double without = 0;
    for (int t = 0; t < others.size(); t++) {
      with += theirs[best.classOfOther(t, true)];
      without += theirs[best.classOfOther(t, false)];
    }
    return new Match(sum, with - without);
  }

  /** How the words of a segment and of one of the other side find each other. */
  Pair pair(int segment, int other, int fold, boolean ofSource) {
    Side own = ofSource ? comparison.source() : comparison.target();
    Side theirs = ofSource ? comparison.target() : comparison.source();
    List<String> part = words(new Stretch(own, segment, segment + 1));
    List<String> others = words(new Stretch(theirs, other, other + 1));
    BestCounterparts best =
        new BestCounterparts(part, others, List.of(), ofSource, known.get(fold));
    return new Pair(best.ofPart(), best.ofOthers());
  }

  /**
   * The evidence of a segment's words.
   *
   * @param best for each of its words how well the best counterpart stands for it
   */
  double evidence(int segment, double[] best, int fold, boolean ofSource) {
    double[] evidence = ofSource ? sourceEvidence : targetEvidence;
    double[] alone = alone(segment, fold, ofSource);
    double sum = 0;
    for (int k = 0; k < best.length; k++) {
      sum += best[k] > 0 ? evidence[BestCounterparts.classOf(best[k])] : alone[k];
    }
    return sum;
  }

  /** The evidence of a segment's words where they find no counterpart. */
  private double[] alone(int segment, int fold, boolean ofSource) {
    long key = ((long) segment * FOLDS + fold) * 2 + (ofSource ? 1 : 0);
    double[] found = alone.get(key);
    if (found == null) {
      double[] evidence = ofSource ? sourceEvidence : targetEvidence;
      KnownTranslations taught = known.get(fold);
      Side side = ofSource ? comparison.source() : comparison.target();
      found =
          words(new Stretch(side, segment, segment + 1)).stream()
              .mapToDouble(word -> evidence[BestCounterparts.classAlone(word, ofSource, taught)])
              .toArray();
      alone.put(key, found);
    }
    return found;
  }

  /** How well the best counterpart of each word of two segments stands for it; 0 for none. */
  static final class Pair {
    private final double[] own;
    private final double[] other;

    private Pair(double[] own, double[] other) {
      this.own = own;
      this.other = other;
    }

    /** Of the words of the one segment in the other; not to be changed. */
    double[] own() {
      return own;
    }

    /** Of the words of the other segment in the one; not to be changed. */
    double[] other() {
      return other;
    }
  }

  /** How much the words of the document tell, from 0 to 1: little in a short one. */
  double told() {
    return leastTold;
  }

  /** The fold by which a segment is judged: that of the links about it. */
  int foldOf(int segment, boolean ofSource) {
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
    double[] right = new double[BestCounterparts.CLASSES];
    double[] chance = new double[BestCounterparts.CLASSES];
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
    // Where few passages could be set against each other by chance, words tell little.
    double seen = Arrays.stream(chance).sum();
    double told = Math.min(1, seen / CHANCES);
    leastTold = Math.min(leastTold, told);
    double rights = Arrays.stream(right).sum() + SMOOTHING * BestCounterparts.CLASSES;
    double chances = seen + SMOOTHING * BestCounterparts.CLASSES;
    double[] evidence = new double[BestCounterparts.CLASSES];
    for (int k = 0; k < evidence.length; k++) {
      double share = (right[k] + SMOOTHING) / rights;
      evidence[k] = told * Math.log(share / ((chance[k] + SMOOTHING) / chances));
    }
    return evidence;
  }

  private Stretch other(int couple, boolean ofSource) {
    Couple found = comparison.couples().get(couple);
    return ofSource ? found.target() : found.source();
  }

  private void count(
      Stretch part, Stretch other, boolean ofSource, KnownTranslations fold, double[] counts) {
    BestCounterparts best =
        new BestCounterparts(words(part), words(other), List.of(), ofSource, fold);
    for (int k = 0; k < words(part).size(); k++) {
      counts[best.classOfPart(k)]++;
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
}
