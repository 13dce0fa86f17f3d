package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotejo.search.retrieval.DateSpan;
import org.cotejo.search.retrieval.OtherForms;
import org.cotejo.search.retrieval.Query;
import org.cotejo.search.retrieval.Query.Clause;
import org.cotejo.search.retrieval.Query.Dated;
import org.cotejo.search.retrieval.Query.Described;
import org.cotejo.search.retrieval.Query.Said;
import org.cotejo.search.retrieval.Query.Term;
import org.cotejo.search.retrieval.QueryField;
import org.cotejo.search.retrieval.QueryText;
import org.cotejo.search.retrieval.SearchQuery;

/** Puts a search into Elasticsearch's words. */
final class SearchRequestJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> RECORD =
      List.of(
          "title^3",
          "people.text^2",
          "places.text^2",
          "subjects.text",
          "collection.text",
          "summary");

  private SearchRequestJson() {}

  /**
   * The request.
   *
   * @param forms other forms, one for each term that is said
   */
  static ObjectNode of(SearchQuery search, List<OtherForms> forms) {
    SearchQuery.Window window = search.window();
    ObjectNode json = JSON.objectNode();
    // One more than asked for tells whether there is a next page.
    json.put("size", window.size() + 1);
    json.put("track_total_hits", true);
    FoundDocument.ask(json);
    sort(json.putArray("sort"), search);
    if (!window.after().isEmpty()) {
      json.set("search_after", after(window));
    }
    json.set("query", query(search, forms));
    if (window.facets()) {
      json.set("aggs", FacetJson.aggregations(search.filter().values()));
      ArrayNode chosen = chosen(search);
      if (!chosen.isEmpty()) {
        // After the counting, which leaves each facet's own filter out.
        json.putObject("post_filter").putObject("bool").set("filter", chosen);
      }
    }
    return json;
  }

  /**
   * The request for the best passages of documents that were found; documents of which only the
   * record was are not in its answer.
   *
   * @param documents ids of at least one
   * @param fields those that hold their texts
   */
  static ObjectNode passages(
      SearchQuery search, List<OtherForms> forms, List<String> documents, List<String> fields) {
    ObjectNode json = JSON.objectNode();
    json.put("size", documents.size()).put("track_total_hits", false).put("_source", false);
    ArrayNode filter = json.putObject("query").putObject("bool").putArray("filter");
    AccessJson.filter(filter, search.viewer());
    ArrayNode ids = filter.addObject().putObject("terms").putArray("documentId");
    documents.forEach(ids::add);
    filter.add(
        new PassageJson(fields, true)
            .withPassages(search.query(), search.tolerance(), forms, search.window().passages()));
    return json;
  }

  /** Where the last page ended; a day is a number, as text it would be read as a date. */
  private static ArrayNode after(SearchQuery.Window window) {
    boolean byDay =
        switch (window.order()) {
          case NEWEST, OLDEST -> true;
          case RELEVANCE, TITLE -> false;
        };
    ArrayNode after = JSON.arrayNode();
    for (String value : window.after()) {
      if (byDay && after.isEmpty()) {
        after.add(day(value));
      } else {
        after.add(value);
      }
    }
    return after;
  }

  private static long day(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException invalid) {
      throw new QueryText.InvalidQuery("cursor.invalid", "The cursor is not one of this search.");
    }
  }

  private static void sort(ArrayNode sort, SearchQuery search) {
    switch (search.window().order()) {
      case RELEVANCE -> {
        if (!search.query().said().isEmpty()) {
          sort.addObject().putObject("_score").put("order", "desc");
        }
      }
      case NEWEST -> by(sort, "dateEarliest", "desc");
      case OLDEST -> by(sort, "dateEarliest", "asc");
      case TITLE -> by(sort, "titleSort", "asc");
    }
    sort.addObject().putObject("documentId").put("order", "desc");
  }

  private static void by(ArrayNode sort, String field, String order) {
    sort.addObject().putObject(field).put("order", order).put("missing", "_last");
  }

  private static ObjectNode query(SearchQuery search, List<OtherForms> forms) {
    ObjectNode bool = JSON.objectNode();
    ArrayNode filter = bool.putArray("filter");
    AccessJson.filter(filter, search.viewer());
    search
        .filter()
        .document()
        .ifPresent(id -> filter.addObject().putObject("term").put("documentId", id.toString()));
    if (!search.window().facets()) {
      filter.addAll(chosen(search));
    }
    if (!search.filter().dates().equals(DateSpan.ANY)) {
      filter.add(dated(search.filter().dates()));
    }
    ArrayNode not = bool.putArray("must_not");
    for (Clause clause : search.query().clauses()) {
      switch (clause.condition()) {
        case Said _ -> {}
        case Described(QueryField field, Term term) ->
            (clause.excluded() ? not : filter).add(described(field, term));
        case Dated(String _, DateSpan span) -> (clause.excluded() ? not : filter).add(dated(span));
      }
    }
    if (search.query().said().isEmpty()) {
      search.query().unsaid().forEach(term -> nowhere(not, term));
    } else {
      ArrayNode should = bool.putArray("should");
      should.add(PassageJson.OF_ANY.nested(search.query(), search.tolerance(), forms));
      should.add(inRecord(search.query(), forms));
      bool.put("minimum_should_match", 1);
    }
    return JSON.objectNode().set("bool", bool);
  }

  private static ArrayNode chosen(SearchQuery search) {
    ArrayNode chosen = JSON.arrayNode();
    search
        .filter()
        .values()
        .forEach((facet, values) -> chosen.add(FacetJson.filter(facet, values)));
    return chosen;
  }

  /** All words in the record, each in any of its fields. */
  private static ObjectNode inRecord(Query query, List<OtherForms> forms) {
    ObjectNode bool = JSON.objectNode();
    ArrayNode must = bool.putArray("must");
    List<Term> said = query.said();
    for (int term = 0; term < said.size(); term++) {
      ArrayNode either = must.addObject().putObject("dis_max").putArray("queries");
      either.add(TermJson.exactly(said.get(term), RECORD));
      either.add(number(said.get(term)));
      if (!forms.get(term).names().isEmpty()) {
        either.add(TermJson.forms(forms.get(term).names(), "nameSounds", RECORD));
      }
    }
    ArrayNode not = bool.putArray("must_not");
    query.unsaid().forEach(term -> not.add(TermJson.exactly(term, RECORD)));
    return JSON.objectNode().set("bool", bool);
  }

  /** Where no word is sought, an excluded one excludes the whole document. */
  private static void nowhere(ArrayNode not, Term term) {
    not.add(PassageJson.OF_ANY.any(term));
    not.add(TermJson.exactly(term, RECORD));
  }

  private static ObjectNode described(QueryField field, Term term) {
    return switch (field) {
      case TITLE -> TermJson.exactly(term, List.of("title"));
      case PERSON -> TermJson.exactly(term, List.of("people.text"));
      case PLACE -> TermJson.exactly(term, List.of("places.text"));
      case COLLECTION -> TermJson.exactly(term, List.of("collection.text"));
      case SUBJECT -> TermJson.exactly(term, List.of("subjects.text"));
      case NUMBER -> number(term);
      case LANGUAGE -> keyword("originalLanguages", term);
      case TRANSLATION -> keyword("translationLanguages", term);
      case DATE -> throw new IllegalArgumentException("a date is no term");
    };
  }

  private static ObjectNode number(Term term) {
    return keyword("recordNumber", term);
  }

  private static ObjectNode keyword(String field, Term term) {
    ObjectNode query = JSON.objectNode();
    query
        .putObject(term instanceof Query.Prefix ? "prefix" : "term")
        .putObject(field)
        .put("value", term.text())
        .put("case_insensitive", true);
    return query;
  }

  private static ObjectNode dated(DateSpan span) {
    ObjectNode query = JSON.objectNode();
    ObjectNode range =
        query.putObject("range").putObject("dateRange").put("relation", "intersects");
    span.from().ifPresent(day -> range.put("gte", day.toString()));
    span.to().ifPresent(day -> range.put("lte", day.toString()));
    return query;
  }
}
