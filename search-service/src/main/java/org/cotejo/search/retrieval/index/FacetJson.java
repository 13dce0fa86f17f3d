package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Facets: the values that are counted, and the filters that choose them. */
final class FacetJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int VALUES = 30;

  /** A histogram is of use only when it is whole. */
  private static final int YEARS = 500;

  /** Facets of values, by name, with the field that holds them. */
  private static final Map<String, String> VALUED =
      Map.of(
          "language", "originalLanguages",
          "translationLanguage", "translationLanguages",
          "collection", "collection",
          "people", "people",
          "places", "places");

  private static final String YEAR = "year";
  private static final String TRANSLATED = "translated";
  private static final String REVIEW = "review";

  private FacetJson() {}

  static ObjectNode aggregations() {
    ObjectNode all = JSON.objectNode();
    VALUED.forEach(
        (name, field) ->
            all.putObject(name).putObject("terms").put("field", field).put("size", VALUES));
    ObjectNode years = all.putObject(YEAR).putObject("terms").put("field", "year");
    years.put("size", YEARS).putObject("order").put("_key", "asc");
    yesOrNo(all, TRANSLATED);
    yesOrNo(all, REVIEW);
    return all;
  }

  /** Documents that have one of those values. */
  static ObjectNode filter(String facet, Set<String> values) {
    if (facet.equals(TRANSLATED) || facet.equals(REVIEW)) {
      ObjectNode bool = JSON.objectNode();
      ArrayNode should = bool.putObject("bool").putArray("should");
      values.forEach(value -> should.add(answer(facet, "yes".equals(value))));
      return bool;
    }
    String field = facet.equals(YEAR) ? YEAR : VALUED.get(facet);
    if (field == null) {
      throw new IllegalArgumentException("no facet " + facet);
    }
    ObjectNode query = JSON.objectNode();
    ArrayNode terms = query.putObject("terms").putArray(field);
    values.forEach(terms::add);
    return query;
  }

  private static void yesOrNo(ObjectNode all, String facet) {
    ObjectNode filters = all.putObject(facet).putObject("filters").putObject("filters");
    filters.set("yes", answer(facet, true));
    filters.set("no", answer(facet, false));
  }

  private static ObjectNode answer(String facet, boolean yes) {
    ObjectNode holds = JSON.objectNode();
    if (facet.equals(TRANSLATED)) {
      holds.putObject("exists").put("field", "translationLanguages");
    } else {
      holds.putObject("term").put("needsReview", true);
    }
    if (yes) {
      return holds;
    }
    ObjectNode not = JSON.objectNode();
    not.putObject("bool").putArray("must_not").add(holds);
    return not;
  }
}
