package org.cotejo.search.retrieval;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.search.lexicon.Rendering;
import org.cotejo.search.names.NameForms;

/**
 * Under what else a term of a query is looked for.
 *
 * @param names other forms of a name
 * @param renderings for each word of the term, those of the archive's lexicon; empty where the
 *     lexicon is not used
 */
public record OtherForms(NameForms names, List<List<Rendering>> renderings) {
  /** Nothing but the term itself. */
  public static final OtherForms NONE = new OtherForms(NameForms.NONE, List.of());

  public OtherForms {
    renderings = renderings.stream().map(List::copyOf).toList();
  }

  /**
   * From one language into another.
   *
   * @param from of the words of the query
   * @param to of their renderings
   */
  public record Direction(String from, String to) {}

  /** Directions in which every word has a rendering. */
  public Set<Direction> directions() {
    return renderings.stream()
        .map(
            word ->
                word.stream()
                    .map(one -> new Direction(one.from(), one.to()))
                    .collect(Collectors.toSet()))
        .reduce(
            (one, other) -> {
              one.retainAll(other);
              return one;
            })
        .orElse(Set.of());
  }

  /** The renderings of each word in one direction. */
  public List<List<Rendering>> in(Direction direction) {
    return renderings.stream()
        .map(
            word ->
                word.stream()
                    .filter(
                        one ->
                            one.from().equals(direction.from()) && one.to().equals(direction.to()))
                    .toList())
        .toList();
  }

  /** The renderings that are looked for. */
  public Stream<Rendering> rendered() {
    return directions().stream().flatMap(way -> in(way).stream()).flatMap(List::stream);
  }
}
