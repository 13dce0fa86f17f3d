package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Facets: the values that are counted, and the filters that choose them. A facet is counted under
 * all filters but its own, so that what else could be chosen in it is seen.
 */
final class FacetJson {
  /** Under which the counts of a facet stand inside the filters of the others. */
  static final String COUNTS = "counts";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int VALUES = 30;

  /** A histogram is of use only when it is whole. */
  private static final int YEARS = 500;

  private static final String YEAR = "year";
  private static final String TRANSLATED = "translated";
  private static final String REVIEW = "review";

  /** Facets of values, by name, with the field that holds them. */
  private static final Map<String, String> VALUED =
      Map.of(
          "language",
          "originalLanguages",
          "translationLanguage",
          "translationLanguages",
          "collection",
          "collection",
          "people",
          "people",
          "places",
          "places",
          "type",
          "type",
          YEAR,
          YEAR);

  private FacetJson() {}

  /**
   * All facets.
   *
   * @param chosen values by facet name
   */
  static ObjectNode aggregations(Map<String, Set<String>> chosen) {
    Map<String, ObjectNode> counts = new TreeMap<>();
    VALUED.forEach((name, field) -> counts.put(name, values(name, field)));
    counts.put(TRANSLATED, yesOrNo(TRANSLATED));
    counts.put(REVIEW, yesOrNo(REVIEW));
    ObjectNode all = JSON.objectNode();
    counts.forEach((name, own) -> all.set(name, underTheOthers(name, own, chosen)));
    return all;
  }

  private static ObjectNode underTheOthers(
      String facet, ObjectNode counts, Map<String, Set<String>> chosen) {
    ArrayNode others = JSON.arrayNode();
    new TreeMap<>(chosen)
        .forEach(
            (name, values) -> {
              if (!name.equals(facet)) {
                others.add(filter(name, values));
              }
            });
    if (others.isEmpty()) {
      return counts;
    }
    ObjectNode under = JSON.objectNode();
    under.putObject("filter").putObject("bool").set("filter", others);
    under.putObject("aggs").set(COUNTS, counts);
    return under;
  }

  private static ObjectNode values(String name, String field) {
    ObjectNode values = JSON.objectNode();
    ObjectNode terms = values.putObject("terms").put("field", field);
    if (name.equals(YEAR)) {
      terms.put("size", YEARS).putObject("order").put("_key", "asc");
    } else {
      terms.put("size", VALUES);
    }
    return values;
  }

  /** Documents that have one of those values. */
  static ObjectNode filter(String facet, Set<String> values) {
    if (facet.equals(TRANSLATED) || facet.equals(REVIEW)) {
      ObjectNode bool = JSON.objectNode();
      ArrayNode should = bool.putObject("bool").putArray("should");
      values.forEach(value -> should.add(answer(facet, "yes".equals(value))));
      return bool;
    }
    String field = VALUED.get(facet);
    if (field == null) {
      throw new IllegalArgumentException("no facet " + facet);
    }
    ObjectNode query = JSON.objectNode();
    ArrayNode terms = query.putObject("terms").putArray(field);
    values.forEach(terms::add);
    return query;
  }

  private static ObjectNode yesOrNo(String facet) {
    ObjectNode counts = JSON.objectNode();
    ObjectNode filters = counts.putObject("filters").putObject("filters");
    filters.set("yes", answer(facet, true));
    filters.set("no", answer(facet, false));
    return counts;
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
