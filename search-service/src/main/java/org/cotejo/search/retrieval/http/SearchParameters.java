package org.cotejo.search.retrieval.http;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotejo.search.retrieval.DateSpan;
import org.cotejo.search.retrieval.Query;
import org.cotejo.search.retrieval.QueryText;
import org.cotejo.search.retrieval.QueryText.InvalidQuery;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchQuery.Order;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a search, the same for its pages and for its export. */
public class SearchParameters {
  private static final Set<String> YES_OR_NO = Set.of("yes", "no");

  @Parameter(description = "Words, \"phrases\", -exclusions, word*, word~, field:value")
  @QueryParam("q")
  @Nullable String q;

  @QueryParam("language")
  @Nullable Set<String> language;

  @QueryParam("translation-language")
  @Nullable Set<String> translationLanguage;

  @QueryParam("collection")
  @Nullable Set<String> collection;

  @QueryParam("people")
  @Nullable Set<String> people;

  @QueryParam("places")
  @Nullable Set<String> places;

  @Parameter(description = "letter, memorandum, telegram, report: what the title says it is")
  @QueryParam("type")
  @Nullable Set<String> type;

  @QueryParam("year")
  @Nullable Set<String> year;

  @Parameter(description = "yes or no: whether the document has a translation")
  @QueryParam("translated")
  @Nullable Set<String> translated;

  @Parameter(description = "yes or no: whether somebody should look at the document")
  @QueryParam("review")
  @Nullable Set<String> review;

  @QueryParam("from-date")
  @Nullable String from;

  @QueryParam("to-date")
  @Nullable String to;

  @Parameter(description = "off: no other forms of names")
  @QueryParam("variants")
  @Nullable String variants;

  @Parameter(description = "off: no spellings that differ by a letter or two")
  @QueryParam("spellings")
  @Nullable String spellings;

  @Parameter(description = "off: no words of other languages from the archive's lexicon")
  @QueryParam("lexicon")
  @Nullable String lexicon;

  @Parameter(description = "relevance, newest, oldest or title")
  @QueryParam("sort")
  @Nullable String sort;

  Query query() {
    return QueryText.parse(q == null ? "" : q);
  }

  SearchQuery.Tolerance tolerance() {
    return new SearchQuery.Tolerance(
        on("variants", variants), on("spellings", spellings), on("lexicon", lexicon));
  }

  SearchQuery.Filter filter() {
    Map<String, Set<String>> values = new HashMap<>();
    values(values, "language", language);
    values(values, "translationLanguage", translationLanguage);
    values(values, "collection", collection);
    values(values, "people", people);
    values(values, "places", places);
    values(values, "type", type);
    values(values, "year", year);
    values(values, "translated", answers("translated", translated));
    values(values, "review", answers("review", review));
    DateSpan dates =
        new DateSpan(
            given(from).flatMap(text -> date("from-date", text).from()),
            given(to).flatMap(text -> date("to-date", text).to()));
    return new SearchQuery.Filter(values, dates, Optional.empty());
  }

  Order order() {
    return given(sort)
        .map(
            name ->
                Order.named(name)
                    .orElseThrow(
                        () ->
                            new InvalidQuery(
                                "sort.invalid", "sort is relevance, newest, oldest or title.")))
        .orElse(Order.RELEVANCE);
  }

  private static boolean on(String name, @Nullable String value) {
    return switch (value == null ? "" : value) {
      case "", "on" -> true;
      case "off" -> false;
      default -> throw new InvalidQuery(name + ".invalid", name + " is on or off.");
    };
  }

  private static DateSpan date(String field, String text) {
    return DateSpan.parse(text)
        .orElseThrow(
            () -> new InvalidQuery("date.invalid", field + " is " + DateSpan.EXPECTED + "."));
  }

  private static @Nullable Set<String> answers(String name, @Nullable Set<String> values) {
    if (values != null && !YES_OR_NO.containsAll(values)) {
      throw new InvalidQuery(name + ".invalid", name + " is yes or no.");
    }
    return values;
  }

  private static void values(
      Map<String, Set<String>> values, String name, @Nullable Set<String> asked) {
    Set<String> given = new HashSet<>(asked == null ? List.of() : asked);
    given.removeIf(String::isBlank);
    if (!given.isEmpty()) {
      values.put(name, given);
    }
  }

  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }
}
