package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.cotejo.search.iiif.PlacedLine;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.Passage;

/** Texts of one page as Web Annotations that supplement its canvas. */
final class AnnotationsJson {
  private AnnotationsJson() {}

  /**
   * Address of an annotation page.
   *
   * @param of {@code lines}, or the language of a translation
   */
  static String address(String base, UUID id, int page, String of) {
    return ManifestJson.address(base, id) + "/annotations/" + page + "/" + of;
  }

  /** A part of a canvas. */
  static String target(String base, UUID id, Box box) {
    return ManifestJson.canvas(base, id, box.page())
        + "#xywh=%d,%d,%d,%d".formatted(box.x(), box.y(), box.width(), box.height());
  }

  static ObjectNode lines(String base, UUID id, int page, String language, List<PlacedLine> lines) {
    String address = address(base, id, page, "lines");
    ObjectNode json = page(address);
    ArrayNode items = json.putArray("items");
    for (PlacedLine line : lines) {
      ObjectNode item =
          annotation(items, address + "/" + (items.size() + 1), line.text(), language);
      item.put("textGranularity", "line");
      item.put("target", target(base, id, line.box()));
    }
    return json;
  }

  /** The sentences of a translation that have their originals on the page. */
  static ObjectNode translated(
      String base, UUID id, int page, String language, List<Passage> passages) {
    String address = address(base, id, page, language);
    ObjectNode json = page(address);
    ArrayNode items = json.putArray("items");
    for (Passage passage : passages) {
      List<Box> boxes = passage.boxes().stream().filter(box -> box.page() == page).toList();
      if (!boxes.isEmpty()) {
        ObjectNode item =
            annotation(items, address + "/" + (items.size() + 1), passage.text(), language);
        targets(item, base, id, boxes);
      }
    }
    return json;
  }

  private static void targets(ObjectNode item, String base, UUID id, List<Box> boxes) {
    if (boxes.size() == 1) {
      item.put("target", target(base, id, boxes.getFirst()));
      return;
    }
    ArrayNode targets = item.putArray("target");
    boxes.forEach(box -> targets.add(target(base, id, box)));
  }

  private static ObjectNode page(String address) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("@context")
        .add("http://iiif.io/api/extension/text-granularity/context.json")
        .add(ManifestJson.CONTEXT);
    return json.put("id", address).put("type", "AnnotationPage");
  }

  private static ObjectNode annotation(
      ArrayNode items, String address, String text, String language) {
    ObjectNode item =
        items
            .addObject()
            .put("id", address)
            .put("type", "Annotation")
            .put("motivation", "supplementing");
    item.putObject("body")
        .put("type", "TextualBody")
        .put("value", text)
        .put("format", "text/plain")
        .put("language", language);
    return item;
  }
}
