package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cotejo.search.retrieval.SearchResult;

/**
 * Collections as IIIF Presentation 3.0 collections: one above all, one for each of the catalogue,
 * and below a large one its parts, since the standard knows no paging.
 */
final class CollectionJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CollectionJson() {}

  /** Address of the collection of all collections. */
  static String top(String base) {
    return base + "/iiif/presentation/3/collection";
  }

  /** Address of one collection. */
  static String address(String base, String name) {
    // A form encoder writes a blank as a plus, which in a path is a plus.
    return top(base) + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The collection of all collections.
   *
   * @param documents how many each collection has, by name
   */
  static ObjectNode all(String base, String provider, Map<String, Long> documents) {
    ObjectNode json = collection(top(base));
    json.set("label", Labels.none(provider));
    ArrayNode items = json.putArray("items");
    documents.forEach(
        (name, count) -> {
          ObjectNode item = reference(items, address(base, name), "Collection");
          item.set("label", Labels.none(name));
        });
    return json;
  }

  /**
   * A collection, or the part of one that begins behind a cursor.
   *
   * @param own address of the answer
   * @param next address of the part behind this one; empty when there is none
   */
  static ObjectNode one(
      String base, String own, String name, List<SearchResult.Hit> hits, String next) {
    ObjectNode json = collection(own);
    json.set("label", Labels.none(name));
    ObjectNode whole = json.putArray("partOf").addObject();
    whole.put("id", top(base)).put("type", "Collection");
    ArrayNode items = json.putArray("items");
    for (SearchResult.Hit hit : hits) {
      String manifest =
          ManifestJson.address(base, UUID.fromString(hit.document().documentId())) + "/manifest";
      ObjectNode item = reference(items, manifest, "Manifest");
      item.set("label", Labels.none(hit.document().title()));
    }
    if (!next.isEmpty()) {
      reference(items, next, "Collection")
          .set("label", Labels.both("More of " + name, "Más de " + name));
    }
    return json;
  }

  private static ObjectNode collection(String id) {
    ObjectNode json = JSON.objectNode().put("@context", ManifestJson.CONTEXT);
    return json.put("id", id).put("type", "Collection");
  }

  private static ObjectNode reference(ArrayNode items, String id, String type) {
    return items.addObject().put("id", id).put("type", type);
  }
}
