package org.cotejo.search.retrieval;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody looks for.
 *
 * @param text words, phrases and exclusions; empty lists everything
 * @param filters values that must be one of those given, by facet name
 * @param from no document that ends before this day
 * @param to no document that begins after this day
 * @param roles of the caller
 * @param today for embargoes
 * @param after where the last page of results ended; empty for the first
 * @param size documents in one page of results
 * @param document the only one that is searched; empty for all
 * @param passages most that are given with one document, 1 to 100
 */
public record SearchQuery(
    String text,
    Map<String, Set<String>> filters,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Set<String> roles,
    LocalDate today,
    List<String> after,
    int size,
    Optional<UUID> document,
    int passages) {
  public SearchQuery {
    filters = Map.copyOf(filters);
    roles = Set.copyOf(roles);
    after = List.copyOf(after);
  }
}
