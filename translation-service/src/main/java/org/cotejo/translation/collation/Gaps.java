package org.cotejo.translation.collation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds sentences without a counterpart: those that the aligner left without a link, those that it
 * joined to a neighbour, and those that it linked to what was left over.
 *
 * <p>For each of the three a logistic model ({@link GapKind}) weighs what speaks for a counterpart:
 * the words ({@link Counterparts}) in its own link and in those beside it, how much better the
 * lengths fit with it ({@link Lengths}) in its link and with the links on both sides, marks that
 * the other side has no room for ({@link Marks}), its own length, the confidence of the link, and
 * how much better the passage about it is aligned without it ({@link LocalWays}). The weights
 * ({@link GapModel}) are fitted by maximum likelihood (Gaussian prior) to sentences that are
 * deleted from clean bitexts or put into them, against those that stand there.
 */
final class Gaps {
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
    judge(
        new OneSide(comparison, words, /* ofSource= */ true),
        passedOver,
        omitted,
        GapModel.OMITTED);
    judge(new OneSide(comparison, words, /* ofSource= */ false), passedOver, added, GapModel.ADDED);
    return strange;
  }

  /** Whether nothing speaks for a link: its sides came together because both were left over. */
  private boolean isStrange(Couple couple) {
    return words.ofSource(couple.source(), couple.target())
            + words.ofTarget(couple.target(), couple.source())
        < -2 * STRANGE;
  }

  private static void judge(
      OneSide side, Set<Couple> passedOver, List<Integer> missing, GapNorm norm) {
    List<GapLook> looks = side.looks(passedOver, Set.copyOf(missing));
    double threshold =
        norm.threshold(
            looks.stream()
                .filter(look -> look.kind() != GapKind.UNLINKED)
                .map(GapModel.WEIGHTS::logit)
                .toList());
    missing.clear();
    looks.stream()
        .filter(look -> GapModel.WEIGHTS.logit(look) > threshold)
        .filter(look -> look.kind() == GapKind.UNLINKED || isLikeliest(look, looks))
        .forEach(look -> missing.add(look.segment()));
  }

  /** Whether neither sentence beside one looks more missing: what is missing is missing once. */
  private static boolean isLikeliest(GapLook look, List<GapLook> looks) {
    return looks.stream()
        .filter(other -> Math.abs(other.segment() - look.segment()) == 1)
        .noneMatch(other -> GapModel.WEIGHTS.logit(other) > GapModel.WEIGHTS.logit(look));
  }
}
