package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.search.iiif.ContentState;
import org.cotejo.search.projection.Box;

/** Content states as annotations, written and read. */
final class ContentStateJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ContentStateJson() {}

  /**
   * The places of a sentence as an annotation.
   *
   * @param own address of the annotation
   * @param boxes rectangles; empty for the document as a whole
   */
  static ObjectNode annotation(String base, String own, UUID id, List<Box> boxes) {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("@context", ManifestJson.CONTEXT).put("id", own);
    json.put("type", "Annotation");
    json.putArray("motivation").add("contentState");
    if (boxes.isEmpty()) {
      manifest(json.putObject("target"), base, id);
    } else if (boxes.size() == 1) {
      part(json.putObject("target"), base, id, boxes.getFirst());
    } else {
      ArrayNode targets = json.putArray("target");
      boxes.forEach(box -> part(targets.addObject(), base, id, box));
    }
    return json;
  }

  /**
   * Reads a state: the address of a manifest or a canvas, or an annotation, a manifest or a canvas
   * as encoded JSON. Of several targets the first counts. Empty when it names nothing of ours.
   */
  static Optional<ContentState> read(String text) {
    if (ContentState.isAddress(text)) {
      return ContentState.ofAddress(text);
    }
    return ContentState.decoded(text).flatMap(ContentStateJson::ofJson);
  }

  private static Optional<ContentState> ofJson(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return ofTarget(json.has("target") ? first(json.path("target")) : json);
    } catch (JsonProcessingException notJson) {
      return ContentState.ofAddress(text);
    }
  }

  private static Optional<ContentState> ofTarget(JsonNode target) {
    if (target.isTextual()) {
      return ContentState.ofAddress(target.asText());
    }
    String source =
        target.path("source").isTextual()
            ? target.path("source").asText()
            : target.path("source").path("id").asText(target.path("id").asText());
    JsonNode selector = first(target.path("selector"));
    String fragment = selector.path("value").asText();
    return ContentState.ofAddress(
        source.contains("#") || !fragment.startsWith("xywh=") ? source : source + "#" + fragment);
  }

  private static JsonNode first(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }

  private static void manifest(ObjectNode target, String base, UUID id) {
    target.put("id", ManifestJson.address(base, id) + "/manifest").put("type", "Manifest");
  }

  private static void part(ObjectNode target, String base, UUID id, Box box) {
    target.put("id", AnnotationsJson.target(base, id, box)).put("type", "Canvas");
    manifest(target.putArray("partOf").addObject(), base, id);
  }
}
