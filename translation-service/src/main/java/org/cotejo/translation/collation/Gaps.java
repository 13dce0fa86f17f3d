package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds sentences without a counterpart: those that the aligner left without a link, those that it
 * joined to a neighbour, and those that it linked to what was left over.
 *
 * <p>For each of the three a logistic model weighs what speaks for a counterpart: the words ({@link
 * Counterparts}) in its own link and in those beside it, how much better the lengths fit with it
 * (Gale and Church 1993: characters, variance 6.8 a character) in its link and with the links on
 * both sides, room that the other side has left, its own length, and the confidence of the link.
 * The weights were fitted by maximum likelihood (Gaussian prior) to sentences that were deleted
 * from the tuning sets of the bench or put into them, against those that stood there. What is
 * reported must stand out among the links of its own document: where a translator is free, much
 * looks left out.
 */
final class Gaps {

  // How much a sentence must look missing beyond what is usual in its document: the share of its
  // linked sentences that look less so, and what is usual before any is seen, as if so many
  // sentences had told it. Translators add more than they leave out.
  private static final double SHARE = .95;
  private static final double SEEN_BEFORE = 20;
  private static final double MOST_USUAL = 1;
  private static final Norm OMITTED = new Norm(-2.7, 1.1, -1.2);
  private static final Norm ADDED = new Norm(-.7, 1.25, -.4);
  // So much against the words of a link as a whole, and nothing is compared in it.
  private static final double STRANGE = 4.2;

  private final Comparison comparison;
  private final Counterparts words;

  Gaps(Comparison comparison, Counterparts words) {
    this.comparison = comparison;
    this.words = words;
  }

  /**
   * Looks for segments without a counterpart.
   *
   * @param passedOver links that are not looked into
   * @param omitted segments of the original without link; those without counterpart afterwards
   * @param added the same of the translation
   * @return links that nothing speaks for
   */
  Set<Couple> find(Set<Couple> passedOver, List<Integer> omitted, List<Integer> added) {
    Set<Couple> strange = new HashSet<>();
    for (Couple couple : comparison.couples()) {
      if (!passedOver.contains(couple) && isStrange(couple)) {
        strange.add(couple);
      }
    }
    judge(new OneSide(comparison, words, /* ofSource= */ true), passedOver, omitted, OMITTED);
    judge(new OneSide(comparison, words, /* ofSource= */ false), passedOver, added, ADDED);
    return strange;
  }

  /** Whether nothing speaks for a link: its sides came together because both were left over. */
  private boolean isStrange(Couple couple) {
    return words.ofSource(couple.source(), couple.target())
            + words.ofTarget(couple.target(), couple.source())
        < -2 * STRANGE;
  }

  private static void judge(
      OneSide side, Set<Couple> passedOver, List<Integer> missing, Norm norm) {
    Set<Integer> unlinked = Set.copyOf(missing);
    missing.clear();
    double[] looks = new double[side.size()];
    List<Double> usual = new ArrayList<>();
    for (int segment = 0; segment < looks.length; segment++) {
      looks[segment] = Double.NEGATIVE_INFINITY;
      Optional<Couple> link = side.link(segment);
      if (link.isEmpty()) {
        if (unlinked.contains(segment)) {
          looks[segment] = side.unlinked(segment);
        }
      } else if (!passedOver.contains(link.get()) && side.callsForCounterpart(segment)) {
        looks[segment] = side.linked(segment, link.get());
        usual.add(looks[segment]);
      }
    }
    double threshold = norm.threshold(usual);
    for (int segment = 0; segment < looks.length; segment++) {
      if (looks[segment] > threshold) {
        missing.add(segment);
      }
    }
  }

  /**
   * What is usual in a document.
   *
   * @param before what is before any sentence is seen
   * @param beyond how much more is reported
   * @param least from which on at all, however literal the translation
   */
  private record Norm(double before, double beyond, double least) {
    double threshold(List<Double> seen) {
      if (seen.isEmpty()) {
        return Math.max(before + beyond, least);
      }
      List<Double> sorted = seen.stream().sorted().toList();
      double share = sorted.get((int) (SHARE * (sorted.size() - 1)));
      double usual = (seen.size() * share + SEEN_BEFORE * before) / (seen.size() + SEEN_BEFORE);
      return Math.max(Math.min(usual, MOST_USUAL) + beyond, least);
    }
  }
}
