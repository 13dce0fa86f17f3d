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
 * @param query words and conditions
 * @param tolerance which other forms of a word count as well
 * @param filter which documents are searched
 * @param viewer who is asking, and when
 * @param window which part of the result is given
 */
public record SearchQuery(
    Query query, Tolerance tolerance, Filter filter, Viewer viewer, Window window) {
  /** The same search from where a page of results ended. */
  public SearchQuery after(List<String> end) {
    Window next =
        new Window(window.order(), end, window.size(), window.passages(), window.facets());
    return new SearchQuery(query, tolerance, filter, viewer, next);
  }

  /**
   * How far a word may be from what was asked for.
   *
   * @param variants other forms of a name, as other languages and scripts write it
   * @param spellings a letter or two that differ, as a misread page has them
   * @param lexicon words of other languages by which the archive renders it
   */
  public record Tolerance(boolean variants, boolean spellings, boolean lexicon) {
    /** Only the words themselves, in any of their endings. */
    public static final Tolerance NONE = new Tolerance(false, false, false);

    public static final Tolerance ALL = new Tolerance(true, true, true);
  }

  /**
   * Which documents are searched.
   *
   * @param values those of which one must be there, by facet name
   * @param dates every document whose date may lie in there
   * @param document the only one; empty for all
   */
  public record Filter(Map<String, Set<String>> values, DateSpan dates, Optional<UUID> document) {
    public static final Filter NONE = new Filter(Map.of(), DateSpan.ANY, Optional.empty());

    public Filter {
      values = Map.copyOf(values);
    }

    /** One document alone. */
    public static Filter only(UUID document) {
      return new Filter(Map.of(), DateSpan.ANY, Optional.of(document));
    }
  }

  /**
   * Who is asking.
   *
   * @param today for embargoes
   */
  public record Viewer(Set<String> roles, LocalDate today) {
    public Viewer {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * Which part of the result is given.
   *
   * @param after where the last page of results ended; empty for the first
   * @param size documents in one page of results
   * @param passages most that are given with one document, up to 100
   * @param facets whether values are counted
   */
  public record Window(Order order, List<String> after, int size, int passages, boolean facets) {
    public Window {
      after = List.copyOf(after);
    }

    /** The first results by relevance, without counts. */
    public static Window first(int size, int passages) {
      return new Window(Order.RELEVANCE, List.of(), size, passages, false);
    }
  }

  /** In which order documents come; where they are equal, the latest accession comes first. */
  public enum Order {
    RELEVANCE("relevance"),
    NEWEST("newest"),
    OLDEST("oldest"),
    TITLE("title");

    private final String label;

    Order(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Finds an order by its name. */
    public static Optional<Order> named(String name) {
      return List.of(values()).stream().filter(order -> order.label.equals(name)).findFirst();
    }
  }
}
