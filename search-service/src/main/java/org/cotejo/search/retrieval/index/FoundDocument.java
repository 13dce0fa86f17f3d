package org.cotejo.search.retrieval.index;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cotejo.search.projection.index.Languages;
import org.cotejo.search.retrieval.SearchResult.DocumentSummary;

/**
 * The record of a document as a list shows it, out of the columns of the index: the source of a
 * document holds all its passages, and reading it takes longer than finding it.
 */
final class FoundDocument {
  private static final String ID = "documentId";
  private static final String TITLE = "title.keyword";

  private static final String FIELDS = "passageFields";

  private static final List<String> COLUMNS =
      List.of(
          ID,
          TITLE,
          "dateEdtf",
          "datePrinted",
          "collection",
          "recordNumber",
          "originalLanguages",
          "translationLanguages",
          "accessLevel",
          "pageCount",
          "needsReview",
          FIELDS);

  private FoundDocument() {}

  /**
   * Asks for what is read here and for nothing else, not even the id that Elasticsearch adds to
   * each hit: it stands behind the source, which would be unpacked on the way to it.
   */
  static void ask(ObjectNode request) {
    request.put("_source", false).put("stored_fields", "_none_");
    ArrayNode columns = request.putArray("docvalue_fields");
    COLUMNS.forEach(columns::add);
  }

  /**
   * What a list shows of a hit.
   *
   * @param longTitle by document id, for titles that are too long for a column
   */
  static DocumentSummary read(Hit<ObjectNode> hit, Function<String, String> longTitle) {
    String id = id(hit);
    return new DocumentSummary(
        id,
        first(hit, TITLE).orElseGet(() -> longTitle.apply(id)),
        first(hit, "dateEdtf"),
        first(hit, "datePrinted"),
        first(hit, "collection"),
        first(hit, "recordNumber"),
        all(hit, "originalLanguages"),
        all(hit, "translationLanguages"),
        first(hit, "accessLevel").orElse("restricted"),
        first(hit, "pageCount").map(Integer::valueOf).orElse(0) > 0,
        first(hit, "needsReview").map(Boolean::valueOf).orElse(false));
  }

  static String id(Hit<ObjectNode> hit) {
    return first(hit, ID)
        .orElseThrow(() -> new IllegalStateException("a hit without the id of its document"));
  }

  /** The fields that hold the texts of some documents; all where one does not tell. */
  static List<String> textFields(List<Hit<ObjectNode>> hits) {
    Set<String> fields = new TreeSet<>();
    for (Hit<ObjectNode> hit : hits) {
      List<String> own = all(hit, FIELDS);
      if (own.isEmpty()) {
        return Languages.fields().toList();
      }
      fields.addAll(own);
    }
    return List.copyOf(fields);
  }

  private static Optional<String> first(Hit<ObjectNode> hit, String column) {
    return all(hit, column).stream().findFirst();
  }

  private static List<String> all(Hit<ObjectNode> hit, String column) {
    List<String> values = new ArrayList<>();
    Stream.ofNullable(hit.fields().get(column))
        .map((JsonData data) -> data.to(JsonNode.class))
        .forEach(array -> array.forEach(value -> values.add(value.asText())));
    return values;
  }
}
