package org.cotejo.translation.exchange.bitext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;

/**
 * What formats of translators have one entry for: a link, or a segment without counterpart.
 *
 * @param source indices of segments of the original; empty for what the translator added
 * @param target indices of segments of the translation; empty for what was left out
 * @param confidence of the link; 1 without one
 * @param byHand whether a person has said so
 */
record Unit(List<Integer> source, List<Integer> target, double confidence, boolean byHand) {
  Unit {
    source = List.copyOf(source);
    target = List.copyOf(target);
  }

  /** Why there is one side alone: {@code omitted} or {@code added}; empty for a link. */
  String unlinked() {
    if (source.isEmpty()) {
      return "added";
    }
    return target.isEmpty() ? "omitted" : "";
  }

  /** The names of the segments that it holds: {@code s1 s2 t1}. */
  String segments() {
    return java.util.stream.Stream.concat(
            source.stream().map(index -> "s" + (index + 1)),
            target.stream().map(index -> "t" + (index + 1)))
        .collect(Collectors.joining(" "));
  }

  /**
   * All units of a bitext: each segment of both sides is in one. They stand in the order of the
   * original; what was added stands before the link that follows it in the translation.
   */
  static List<Unit> of(Bitext bitext) {
    List<Unit> ordered = new ArrayList<>();
    for (Link link : bitext.links()) {
      ordered.add(new Unit(link.source(), link.target(), link.confidence(), link.byHand()));
    }
    Set<String> byHand = bitext.handwork().unlinked();
    for (int index : bitext.unlinkedSource()) {
      ordered.add(new Unit(List.of(index), List.of(), 1, byHand.contains("s" + (index + 1))));
    }
    ordered.sort(Comparator.comparing(unit -> unit.source().getFirst()));
    List<Integer> added = bitext.unlinkedTarget().stream().sorted().toList();
    List<Unit> units = new ArrayList<>();
    int next = 0;
    for (Unit unit : ordered) {
      while (!unit.target().isEmpty()
          && next < added.size()
          && added.get(next) < unit.target().getFirst()) {
        units.add(added(added.get(next), byHand));
        next++;
      }
      units.add(unit);
    }
    for (int index : added.subList(next, added.size())) {
      units.add(added(index, byHand));
    }
    return List.copyOf(units);
  }

  private static Unit added(int index, Set<String> byHand) {
    return new Unit(
        List.of(), List.of(index), 1, new HashSet<>(byHand).contains("t" + (index + 1)));
  }
}
