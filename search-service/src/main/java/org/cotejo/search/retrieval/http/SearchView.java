package org.cotejo.search.retrieval.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.search.projection.Box;
import org.cotejo.search.retrieval.ListedDocument;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.SearchResult;
import org.cotejo.search.retrieval.Way;
import org.jspecify.annotations.Nullable;

/** A result as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchView(
    long total, List<HitView> hits, Map<String, List<CountView>> facets, @Nullable String next) {

  /** One document. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HitView(
      String documentId,
      String title,
      @Nullable DateView date,
      @Nullable String collection,
      @Nullable String recordNumber,
      List<String> originalLanguages,
      List<String> translationLanguages,
      AccessView access,
      boolean needsReview,
      @Nullable String thumbnail,
      double score,
      long passageTotal,
      List<PassageView> passages) {}

  /** A date of the catalogue. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DateView(@Nullable String edtf, @Nullable String printed) {}

  /** Who may see it. */
  public record AccessView(String level) {}

  /**
   * One passage with its evidence.
   *
   * @param through the side in which the words stand: original, translation or both; lexicon where
   *     a word was found by its rendering in the archive's lexicon
   */
  public record PassageView(
      List<String> segments,
      String role,
      String language,
      String text,
      List<Marks.Range> marks,
      List<Integer> pages,
      List<Box> boxes,
      List<Box> markBoxes,
      String through,
      List<WayView> ways,
      List<CounterpartView> counterparts) {}

  /** How a word was met: word, variant, lexicon, reading, spelling or letters; as what else. */
  public record WayView(String term, String kind, List<String> as) {}

  /** The same in another language. */
  public record CounterpartView(
      String role, String language, String text, List<String> segments, List<Marks.Range> marks) {}

  /** One value of a facet. */
  public record CountView(String value, long count) {}

  /** A document of a list that is taken away. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ListedView(
      String documentId,
      String title,
      @Nullable DateView date,
      @Nullable String collection,
      @Nullable String recordNumber,
      List<String> originalLanguages,
      List<String> translationLanguages,
      String url) {}

  static ListedView listed(ListedDocument listed) {
    SearchResult.DocumentSummary document = listed.document();
    return new ListedView(
        document.documentId(),
        document.title(),
        date(document),
        document.collection().orElse(null),
        document.recordNumber().orElse(null),
        document.originalLanguages(),
        document.translationLanguages(),
        listed.address());
  }

  private static @Nullable DateView date(SearchResult.DocumentSummary document) {
    String edtf = document.dateEdtf().orElse(null);
    return edtf == null ? null : new DateView(edtf, document.datePrinted().orElse(null));
  }

  static SearchView of(SearchResult result) {
    Map<String, List<CountView>> facets = new TreeMap<>();
    result
        .facets()
        .forEach(
            (name, counts) ->
                facets.put(
                    name,
                    counts.entrySet().stream()
                        .map(count -> new CountView(count.getKey(), count.getValue()))
                        .toList()));
    return new SearchView(
        result.total(),
        result.hits().stream().map(SearchView::hit).toList(),
        facets,
        result.next().map(Cursor::write).orElse(null));
  }

  private static HitView hit(SearchResult.Hit found) {
    SearchResult.Hit hit = found.paired();
    SearchResult.DocumentSummary document = hit.document();
    String id = document.documentId();
    return new HitView(
        id,
        document.title(),
        date(document),
        document.collection().orElse(null),
        document.recordNumber().orElse(null),
        document.originalLanguages(),
        document.translationLanguages(),
        new AccessView(document.accessLevel()),
        document.needsReview(),
        document.hasPages() ? "/v1/documents/" + id + "/pages/1/thumbnail" : null,
        hit.score(),
        hit.passageTotal(),
        hit.passages().stream().map(SearchView::passage).toList());
  }

  private static PassageView passage(SearchResult.FoundPassage passage) {
    return new PassageView(
        passage.segments(),
        passage.role(),
        passage.language(),
        passage.text(),
        passage.marks(),
        passage.pages(),
        passage.boxes(),
        passage.markBoxes(),
        through(passage),
        passage.ways().stream().map(SearchView::way).toList(),
        passage.counterparts().stream()
            .map(
                other ->
                    new CounterpartView(
                        other.role(),
                        other.language(),
                        other.text(),
                        other.segments(),
                        other.marks()))
            .toList());
  }

  /** By which side of a link the original was found, or by the lexicon. */
  private static String through(SearchResult.FoundPassage passage) {
    if (passage.ways().stream().anyMatch(way -> way.kind() == Way.Kind.LEXICON)) {
      return "lexicon";
    }
    if (passage.counterparts().stream().anyMatch(SearchResult.FoundCounterpart::found)) {
      return "both";
    }
    return passage.role();
  }

  private static WayView way(Way way) {
    return new WayView(way.term(), way.kind().name().toLowerCase(Locale.ROOT), way.as());
  }
}
