package org.cotejo.translation.collation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds passages of the translation that belong to another page or document: runs of the original
 * whose links the words speak against, taken together.
 */
final class StrangeLeaves {
  private static final int LEAF = 5;
  // Words of a sentence are not independent: half of their evidence counts.
  private static final double WORDS = .5;
  // So much stands against a segment without link, and against any segment beside its evidence:
  // links of a leaf are made of what happens to fit.
  private static final double UNLINKED = .9;
  private static final double BEFOREHAND = .15;
  // And against one of a link of several segments on both sides: seldom what a translator does,
  // often what is left where nothing fits.
  private static final double SEVERAL = .4;
  // A run of right links never came near it, all leaves of the tuning sets passed it.
  private static final double ENOUGH = 5;
  private static final double MOST_OF_ONE = 3;
  // The aligner judges by more than words. On the mean it was at most .90 sure of the links of a
  // leaf, and at least .93 sure of those of right passages of short papers that looked like one.
  private static final double TRUSTED = .92;

  private final Comparison comparison;
  private final Counterparts words;

  /** The links that keep the order: a passage that was moved tells nothing of its neighbours. */
  private final List<Couple> forward;

  StrangeLeaves(Comparison comparison, Counterparts words) {
    this.comparison = comparison;
    this.words = words;
    Set<Couple> moved = new HashSet<>();
    CrossingLinks.passages(comparison.couples()).forEach(moved::addAll);
    forward = comparison.couples().stream().filter(couple -> !moved.contains(couple)).toList();
  }

  /**
   * Reports them, and takes their segments out of those that are missing on the other side.
   *
   * @return the links inside them
   */
  Set<Couple> find(List<Integer> omitted, List<Integer> added, Findings findings) {
    Set<Couple> strange = new HashSet<>();
    double[] against = against();
    Run run = Run.first(against, 0);
    while (run.length() > 0) {
      report(run, omitted, added, findings, strange);
      run = Run.first(against, run.end());
    }
    return strange;
  }

  /** For each segment of the original how much speaks against its link. */
  private double[] against() {
    double[] against = new double[comparison.source().segments().size()];
    Arrays.fill(against, UNLINKED + BEFOREHAND);
    for (int k = 0; k < against.length; k++) {
      if (LinkRules.isFurniture(comparison.source().textOf(k))) {
        against[k] = 0;
      }
    }
    for (Couple couple : comparison.couples()) {
      double evidence =
          WORDS
              * (words.ofSource(couple.source(), couple.target())
                  + words.ofTarget(couple.target(), couple.source()))
              / 2;
      double each = Math.clamp(-evidence / couple.source().size(), -MOST_OF_ONE, MOST_OF_ONE);
      boolean several = couple.source().size() > 1 && couple.target().size() > 1;
      Arrays.fill(
          against,
          couple.source().first(),
          couple.source().end(),
          each + BEFOREHAND + (several ? SEVERAL : 0));
    }
    return against;
  }

  /** Whether the aligner is sure of the links inside a run on the whole. */
  private static boolean isTrusted(Run run, List<Couple> inside) {
    double confidence =
        inside.stream().mapToDouble(couple -> couple.confidence() * couple.source().size()).sum();
    return confidence > TRUSTED * run.length();
  }

  private void report(
      Run run, List<Integer> omitted, List<Integer> added, Findings findings, Set<Couple> strange) {
    int before = 0;
    int after = comparison.target().segments().size();
    for (Couple couple : forward) {
      if (couple.source().end() <= run.start()) {
        before = Math.max(before, couple.target().end());
      } else if (couple.source().first() >= run.end()) {
        after = Math.min(after, couple.target().first());
      }
    }
    int from = before;
    int to = after;
    List<Couple> inside = comparison.couples().stream().filter(run::holds).toList();
    if (to - from < LEAF || isTrusted(run, inside)) {
      return;
    }
    strange.addAll(inside);
    findings.add(
        Rule.WRONG_LEAF,
        comparison.whole(new Stretch(comparison.source(), run.start(), run.end())),
        comparison.whole(new Stretch(comparison.target(), from, to)),
        Phrase.WRONG_LEAF.with());
    omitted.removeIf(segment -> segment >= run.start() && segment < run.end());
    added.removeIf(segment -> segment >= from && segment < to);
  }

  /**
   * Segments against whose links enough speaks together.
   *
   * @param start the first
   * @param end after the last
   */
  private record Run(int start, int end) {
    private static final Run NONE = new Run(0, 0);

    int length() {
      return end - start;
    }

    boolean holds(Couple couple) {
      return couple.source().first() >= start && couple.source().end() <= end;
    }

    /** The first run from a segment on, from where the sum rises to its top. */
    static Run first(double[] against, int from) {
      double sum = 0;
      double top = 0;
      Run run = new Run(from, from);
      for (int k = from; k < against.length; k++) {
        sum += against[k];
        if (sum > top) {
          top = sum;
          run = new Run(run.start(), k + 1);
        }
        if (sum <= 0 || sum < top - ENOUGH) {
          if (top >= ENOUGH && run.length() >= LEAF) {
            return run;
          }
          sum = 0;
          top = 0;
          run = new Run(k + 1, k + 1);
        }
      }
      return top >= ENOUGH && run.length() >= LEAF ? run : NONE;
    }
  }
}
