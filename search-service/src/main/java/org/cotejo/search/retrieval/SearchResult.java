package org.cotejo.search.retrieval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.cotejo.search.projection.Box;

/**
 * What was found.
 *
 * @param total documents in all
 * @param hits one page of them
 * @param facets counts over all of them, by facet name
 * @param next where the next page begins; empty after the last
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    Map<String, SequencedMap<String, Long>> facets,
    Optional<List<String>> next) {
  public SearchResult {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }

  /** One document. */
  public record Hit(
      String documentId,
      String title,
      Optional<String> dateEdtf,
      Optional<String> datePrinted,
      Optional<String> collection,
      List<String> originalLanguages,
      List<String> translationLanguages,
      String accessLevel,
      boolean hasPages,
      double score,
      long passageTotal,
      List<FoundPassage> passages) {
    public Hit {
      originalLanguages = List.copyOf(originalLanguages);
      translationLanguages = List.copyOf(translationLanguages);
      passages = List.copyOf(passages);
    }
  }

  /**
   * One passage with its evidence.
   *
   * @param boxes of the original
   * @param boxesByMark of each mark, those of its words; for a translation those of the linked
   *     original
   */
  public record FoundPassage(
      List<String> segments,
      String role,
      String language,
      String text,
      List<Marks.Range> marks,
      List<Integer> pages,
      List<Box> boxes,
      List<List<Box>> boxesByMark,
      List<FoundCounterpart> counterparts) {
    public FoundPassage {
      segments = List.copyOf(segments);
      marks = List.copyOf(marks);
      pages = List.copyOf(pages);
      boxes = List.copyOf(boxes);
      boxesByMark = List.copyOf(boxesByMark);
      counterparts = List.copyOf(counterparts);
    }

    /** The boxes of all marks, each once. */
    public List<Box> markBoxes() {
      return boxesByMark.stream().flatMap(List::stream).distinct().toList();
    }
  }

  /** The same in another language. */
  public record FoundCounterpart(String role, String language, String text, List<String> segments) {
    public FoundCounterpart {
      segments = List.copyOf(segments);
    }
  }
}
