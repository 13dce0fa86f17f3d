package org.cotejo.search.retrieval;

import java.util.ArrayList;
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

  /**
   * One document.
   *
   * @param passageTotal passages that were found in it; a sentence that was found in both languages
   *     counts twice unless both are among those given
   */
  public record Hit(
      DocumentSummary document, double score, long passageTotal, List<FoundPassage> passages) {
    public Hit {
      passages = List.copyOf(passages);
    }

    /** The hit with each sentence once: where both its sides were found, the first holds both. */
    public Hit paired() {
      List<FoundPassage> kept = new ArrayList<>();
      for (FoundPassage passage : passages) {
        Optional<FoundPassage> partner =
            kept.stream().filter(earlier -> earlier.facesExactly(passage)).findFirst();
        if (partner.isPresent()) {
          kept.set(kept.indexOf(partner.get()), partner.get().together(passage));
        } else {
          kept.add(passage);
        }
      }
      return new Hit(document, score, passageTotal - passages.size() + kept.size(), kept);
    }
  }

  /** What the record says of a document. */
  public record DocumentSummary(
      String documentId,
      String title,
      Optional<String> dateEdtf,
      Optional<String> datePrinted,
      Optional<String> collection,
      Optional<String> recordNumber,
      List<String> originalLanguages,
      List<String> translationLanguages,
      String accessLevel,
      boolean hasPages,
      boolean needsReview) {
    public DocumentSummary {
      originalLanguages = List.copyOf(originalLanguages);
      translationLanguages = List.copyOf(translationLanguages);
    }
  }

  /**
   * One passage with its evidence.
   *
   * @param boxes of the original
   * @param boxesByMark of each mark, those of its words; for a translation those of the linked
   *     original
   * @param ways how each word of the query was met
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
      List<Way> ways,
      List<FoundCounterpart> counterparts) {
    public FoundPassage {
      segments = List.copyOf(segments);
      marks = List.copyOf(marks);
      pages = List.copyOf(pages);
      boxes = List.copyOf(boxes);
      boxesByMark = List.copyOf(boxesByMark);
      ways = List.copyOf(ways);
      counterparts = List.copyOf(counterparts);
    }

    /** The boxes of all marks, each once. */
    public List<Box> markBoxes() {
      return boxesByMark.stream().flatMap(List::stream).distinct().toList();
    }

    /** Whether another passage is one of the counterparts, segment by segment. */
    boolean facesExactly(FoundPassage other) {
      return counterparts.stream().anyMatch(counterpart -> counterpart.is(other));
    }

    /** This passage, with the other's marks on its counterpart, and the boxes of the original. */
    FoundPassage together(FoundPassage other) {
      boolean otherIsOriginal = "original".equals(other.role);
      return new FoundPassage(
          segments,
          role,
          language,
          text,
          marks,
          pages,
          boxes,
          otherIsOriginal ? other.boxesByMark : boxesByMark,
          ways,
          counterparts.stream()
              .map(
                  counterpart ->
                      counterpart.is(other) ? counterpart.found(other.marks) : counterpart)
              .toList());
    }
  }

  /**
   * The same in another language.
   *
   * @param found whether the words of the query stand here too
   */
  public record FoundCounterpart(
      String role,
      String language,
      String text,
      List<String> segments,
      List<Marks.Range> marks,
      boolean found) {
    public FoundCounterpart {
      segments = List.copyOf(segments);
      marks = List.copyOf(marks);
    }

    boolean is(FoundPassage passage) {
      return role.equals(passage.role)
          && language.equals(passage.language)
          && segments.equals(passage.segments);
    }

    FoundCounterpart found(List<Marks.Range> there) {
      return new FoundCounterpart(role, language, text, segments, there, true);
    }
  }
}
