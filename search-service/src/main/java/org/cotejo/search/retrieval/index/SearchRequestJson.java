package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.search.projection.index.Languages;
import org.cotejo.search.retrieval.AccessRule;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.SearchQuery;

/** Puts a search into Elasticsearch's words. */
final class SearchRequestJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int FACET_VALUES = 30;

  /** What simple_query_string may contain; the rest is plain text. */
  private static final String SYNTAX = "AND|NOT|PHRASE|PREFIX|WHITESPACE";

  private static final List<String> METADATA =
      List.of(
          "title^3",
          "recordNumber^3",
          "people.text^2",
          "places.text^2",
          "subjects.text",
          "collection.text",
          "summary");

  /** Facets by name, with the field that holds their values. */
  static final Map<String, String> FACETS =
      Map.of(
          "language", "originalLanguages",
          "translationLanguage", "translationLanguages",
          "collection", "collection",
          "people", "people",
          "places", "places",
          "year", "year");

  private SearchRequestJson() {}

  static ObjectNode of(SearchQuery query) {
    ObjectNode json = JSON.objectNode();
    // One more than asked for tells whether there is a next page.
    json.put("size", query.size() + 1);
    json.put("track_total_hits", true);
    json.putObject("_source").putArray("excludes").add("passages").add("pages");
    ArrayNode sort = json.putArray("sort");
    if (!query.text().isEmpty()) {
      sort.addObject().putObject("_score").put("order", "desc");
    }
    sort.addObject().putObject("documentId").put("order", "desc");
    if (!query.after().isEmpty()) {
      ArrayNode after = json.putArray("search_after");
      query.after().forEach(after::add);
    }
    json.set("query", query(query));
    ObjectNode aggregations = json.putObject("aggs");
    FACETS.forEach(
        (name, field) ->
            aggregations
                .putObject(name)
                .putObject("terms")
                .put("field", field)
                .put("size", FACET_VALUES));
    return json;
  }

  private static ObjectNode query(SearchQuery query) {
    ObjectNode bool = JSON.objectNode();
    ArrayNode filter = bool.putArray("filter");
    filter.addObject().putObject("term").put("withdrawn", false);
    filter.add(access(query.roles(), query.today()));
    query
        .document()
        .ifPresent(id -> filter.addObject().putObject("term").put("documentId", id.toString()));
    query
        .filters()
        .forEach(
            (facet, values) -> {
              String field = FACETS.get(facet);
              if (field != null) {
                ArrayNode terms = filter.addObject().putObject("terms").putArray(field);
                values.forEach(terms::add);
              }
            });
    if (query.from().isPresent() || query.to().isPresent()) {
      ObjectNode range =
          filter
              .addObject()
              .putObject("range")
              .putObject("dateRange")
              .put("relation", "intersects");
      query.from().ifPresent(day -> range.put("gte", day.toString()));
      query.to().ifPresent(day -> range.put("lte", day.toString()));
    }
    if (!query.text().isEmpty()) {
      ArrayNode should = bool.putArray("should");
      should.add(passages(query.text(), query.passages()));
      should.addObject().set("simple_query_string", metadata(query.text()));
      bool.put("minimum_should_match", 1);
    }
    return JSON.objectNode().set("bool", bool);
  }

  private static ObjectNode access(Set<String> roles, LocalDate today) {
    ObjectNode bool = JSON.objectNode();
    ArrayNode should = bool.putArray("should");
    should.addObject().putObject("term").put("accessLevel", "public");
    if (AccessRule.seesRestricted(roles)) {
      should.addObject().putObject("term").put("accessLevel", "restricted");
    }
    if (AccessRule.seesEmbargoed(roles)) {
      should.addObject().putObject("term").put("accessLevel", "embargoed");
    } else {
      ArrayNode ended = should.addObject().putObject("bool").putArray("filter");
      ended.addObject().putObject("term").put("accessLevel", "embargoed");
      ended.addObject().putObject("range").putObject("accessUntil").put("lte", today.toString());
    }
    bool.put("minimum_should_match", 1);
    return JSON.objectNode().set("bool", bool);
  }

  /** All words in one passage. */
  private static ObjectNode passages(String text, int size) {
    ObjectNode nested = JSON.objectNode();
    nested.put("path", "passages").put("score_mode", "max");
    ObjectNode words = simple(text);
    ArrayNode fields = words.putArray("fields");
    Languages.fields()
        .forEach(
            field ->
                fields
                    .add("passages." + field)
                    .add("passages." + field + ".folded^1.5")
                    .add("passages." + field + ".exact^2"));
    nested.putObject("query").set("simple_query_string", words);
    ObjectNode inner = nested.putObject("inner_hits");
    inner.put("size", size).put("name", "passages");
    ObjectNode highlight = inner.putObject("highlight");
    highlight
        .put("type", "unified")
        .put("number_of_fragments", 0)
        .put("require_field_match", false)
        .put("max_analyzed_offset", 999_999);
    highlight.putArray("pre_tags").add(String.valueOf(Marks.OPEN));
    highlight.putArray("post_tags").add(String.valueOf(Marks.CLOSE));
    ArrayNode highlighted = highlight.putArray("fields");
    // The stems of the first field know nothing of a prefix that is longer than the stem; the
    // others have the words themselves, without and with their accents.
    Languages.fields()
        .forEach(
            field -> {
              highlighted.addObject().putObject("passages." + field);
              highlighted.addObject().putObject("passages." + field + ".folded");
              highlighted.addObject().putObject("passages." + field + ".exact");
            });
    return JSON.objectNode().set("nested", nested);
  }

  private static ObjectNode metadata(String text) {
    ObjectNode words = simple(text);
    ArrayNode fields = words.putArray("fields");
    METADATA.forEach(fields::add);
    return words;
  }

  private static ObjectNode simple(String text) {
    return JSON.objectNode().put("query", text).put("default_operator", "and").put("flags", SYNTAX);
  }
}
