package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.cotejo.search.retrieval.LetterShapes;

/** Words under what uncertain ones may say, in Elasticsearch's words. */
final class MisreadJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MisreadJson() {}

  /** Passages in which words of the same shapes stand one behind the other. */
  static ObjectNode readings(String text) {
    ObjectNode query = JSON.objectNode();
    query
        .putObject("match_phrase")
        .put(
            "passages.readings",
            LetterShapes.words(text).stream()
                .map(MatchResult::group)
                .map(LetterShapes::of)
                .collect(Collectors.joining(" ")));
    return query;
  }

  /** Passages whose uncertain words have most of the letters; the more, the better. */
  static ObjectNode letters(String word) {
    Set<String> grams = LetterShapes.grams(LetterShapes.of(word));
    ObjectNode query = JSON.objectNode();
    ObjectNode bool = query.putObject("bool");
    ArrayNode any = bool.putArray("should");
    for (String gram : grams) {
      ObjectNode one = any.addObject().putObject("constant_score");
      one.putObject("filter").putObject("term").put("passages.letters", gram);
      one.put("boost", 1.0 / grams.size());
    }
    bool.put("minimum_should_match", LetterShapes.least(grams.size()));
    return query;
  }
}
