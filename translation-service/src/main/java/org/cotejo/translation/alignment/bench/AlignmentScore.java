package org.cotejo.translation.alignment.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.Bead;

/**
 * Strict and lax precision and recall of an alignment, as sentence aligners are usually scored
 * (Sennrich and Volk 2010; the scorer of Vecalign).
 *
 * <p>Strict: a bead counts when it stands in the other alignment exactly. Lax: it counts when it
 * shares a linked pair with the other. Precision counts beads without a counterpart, recall does
 * not.
 *
 * @param strictHits beads found exactly
 * @param strictMisses beads not found exactly
 * @param laxHits beads that overlap
 * @param laxMisses beads that do not overlap
 */
public record AlignmentScore(int strictHits, int strictMisses, int laxHits, int laxMisses) {
  static final AlignmentScore NONE = new AlignmentScore(0, 0, 0, 0);

  /** Source and target indices that stand together. */
  public record Pair(List<Integer> source, List<Integer> target) {
    public Pair {
      source = List.copyOf(source);
      target = List.copyOf(target);
    }

    boolean linked() {
      return !source.isEmpty() && !target.isEmpty();
    }
  }

  /** Counts how many tested beads the reference knows. */
  static AlignmentScore of(List<Pair> reference, List<Pair> tested) {
    Set<Pair> known = new HashSet<>(reference);
    Map<Integer, Set<Integer>> counterparts = new HashMap<>();
    for (Pair pair : reference) {
      for (int source : pair.source()) {
        counterparts.computeIfAbsent(source, key -> new HashSet<>()).addAll(pair.target());
      }
    }
    AlignmentScore score = NONE;
    for (Pair pair : new LinkedHashSet<>(tested)) {
      boolean exact = known.contains(pair);
      boolean near =
          exact
              || pair.source().stream()
                  .anyMatch(
                      source ->
                          counterparts.getOrDefault(source, Set.of()).stream()
                              .anyMatch(pair.target()::contains));
      score =
          score.plus(new AlignmentScore(exact ? 1 : 0, exact ? 0 : 1, near ? 1 : 0, near ? 0 : 1));
    }
    return score;
  }

  /** The segments of a bead. */
  public static Pair pair(Bead bead) {
    return new Pair(
        IntStream.range(bead.sourceStart(), bead.sourceEnd()).boxed().toList(),
        IntStream.range(bead.targetStart(), bead.targetEnd()).boxed().toList());
  }

  /** Strict F1 of an alignment against what people have linked. */
  public static double strict(List<Pair> gold, List<Pair> test) {
    return harmonicMean(precision(gold, test).strict(), recall(gold, test).strict());
  }

  static AlignmentScore precision(List<Pair> gold, List<Pair> test) {
    return of(gold, test);
  }

  static AlignmentScore recall(List<Pair> gold, List<Pair> test) {
    return of(linked(test), linked(gold));
  }

  AlignmentScore plus(AlignmentScore other) {
    return new AlignmentScore(
        strictHits + other.strictHits,
        strictMisses + other.strictMisses,
        laxHits + other.laxHits,
        laxMisses + other.laxMisses);
  }

  double strict() {
    return ratio(strictHits, strictMisses);
  }

  double lax() {
    return ratio(laxHits, laxMisses);
  }

  static double harmonicMean(double one, double other) {
    return one + other == 0 ? 0 : 2 * one * other / (one + other);
  }

  private static List<Pair> linked(List<Pair> pairs) {
    return pairs.stream().filter(Pair::linked).toList();
  }

  private static double ratio(int hits, int misses) {
    return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
  }
}
