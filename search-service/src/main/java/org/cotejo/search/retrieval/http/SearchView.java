package org.cotejo.search.retrieval.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.search.projection.Box;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.SearchResult;
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
      List<String> originalLanguages,
      List<String> translationLanguages,
      AccessView access,
      @Nullable String thumbnail,
      double score,
      long passageTotal,
      List<PassageView> passages) {}

  /** A date of the catalogue. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DateView(@Nullable String edtf, @Nullable String printed) {}

  /** Who may see it. */
  public record AccessView(String level) {}

  /** One passage with its evidence. */
  public record PassageView(
      List<String> segments,
      String role,
      String language,
      String text,
      List<Marks.Range> marks,
      List<Integer> pages,
      List<Box> boxes,
      List<Box> markBoxes,
      List<CounterpartView> counterparts) {}

  /** The same in another language. */
  public record CounterpartView(
      String role, String language, String text, List<String> segments, List<Marks.Range> marks) {}

  /** One value of a facet. */
  public record CountView(String value, long count) {}

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

  private static HitView hit(SearchResult.Hit hit) {
    String edtf = hit.dateEdtf().orElse(null);
    return new HitView(
        hit.documentId(),
        hit.title(),
        edtf == null ? null : new DateView(edtf, hit.datePrinted().orElse(null)),
        hit.collection().orElse(null),
        hit.originalLanguages(),
        hit.translationLanguages(),
        new AccessView(hit.accessLevel()),
        hit.hasPages() ? "/v1/documents/" + hit.documentId() + "/pages/1/thumbnail" : null,
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
        passage.counterparts().stream()
            .map(
                other ->
                    new CounterpartView(
                        other.role(), other.language(), other.text(), other.segments(), List.of()))
            .toList());
  }
}
