package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cotejo.search.projection.Box;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.SearchResult.FoundPassage;

/** Marked words of a document in the forms of Content Search 1.0 and 2.0. */
final class FoundWords {
  static final String CONTEXT_1 = "http://iiif.io/api/search/1/context.json";
  static final String CONTEXT_2 = "http://iiif.io/api/search/2/context.json";

  /** Characters shown before and after a word. */
  private static final int AROUND = 60;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String base;
  private final UUID id;
  private final String own;
  private final List<FoundPassage> passages;

  /**
   * Words to be told of.
   *
   * @param base address of this service
   * @param own address of the answer
   */
  FoundWords(String base, UUID id, String own, List<FoundPassage> passages) {
    this.base = base;
    this.id = id;
    this.own = own;
    this.passages = passages;
  }

  /** One word in its passage, and the addresses of its annotations, one a box. */
  @FunctionalInterface
  private interface Each {
    void word(FoundPassage passage, Marks.Range mark, List<Box> boxes, int firstNumber);
  }

  ObjectNode version2(List<String> ignored) {
    ObjectNode json = JSON.objectNode().put("@context", CONTEXT_2);
    json.put("id", own).put("type", "AnnotationPage");
    ignored(json, ignored);
    ArrayNode items = json.putArray("items");
    ObjectNode more = json.putArray("annotations").addObject().put("id", own + "#matches");
    more.put("type", "AnnotationPage");
    ArrayNode contexts = more.putArray("items");
    each(
        (passage, mark, boxes, first) -> {
          for (int box = 0; box < boxes.size(); box++) {
            ObjectNode item = items.addObject().put("id", annotation(first + box));
            item.put("type", "Annotation").put("motivation", "highlighting");
            item.putObject("body")
                .put("type", "TextualBody")
                .put("value", exact(passage, mark))
                .put("format", "text/plain")
                .put("language", passage.language());
            item.put("target", AnnotationsJson.target(base, id, boxes.get(box)));
            ObjectNode context = contexts.addObject().put("id", own + "#match-" + (first + box));
            context.put("type", "Annotation").put("motivation", "contextualizing");
            ObjectNode target = context.putObject("target");
            target.put("type", "SpecificResource").put("source", annotation(first + box));
            target
                .putArray("selector")
                .addObject()
                .put("type", "TextQuoteSelector")
                .put("prefix", before(passage, mark))
                .put("exact", exact(passage, mark))
                .put("suffix", after(passage, mark));
          }
        });
    return json;
  }

  ObjectNode version1(List<String> ignored) {
    ObjectNode json = JSON.objectNode();
    json.putArray("@context").add("http://iiif.io/api/presentation/2/context.json").add(CONTEXT_1);
    json.put("@id", own).put("@type", "sc:AnnotationList");
    ObjectNode layer = json.putObject("within").put("@type", "sc:Layer");
    ArrayNode resources = json.putArray("resources");
    ArrayNode hits = json.putArray("hits");
    each(
        (passage, mark, boxes, first) -> {
          ObjectNode hit = hits.addObject().put("@type", "search:Hit");
          ArrayNode annotations = hit.putArray("annotations");
          hit.put("match", exact(passage, mark));
          hit.put("before", before(passage, mark));
          hit.put("after", after(passage, mark));
          for (int box = 0; box < boxes.size(); box++) {
            annotations.add(annotation(first + box));
            ObjectNode resource = resources.addObject().put("@id", annotation(first + box));
            resource.put("@type", "oa:Annotation").put("motivation", "sc:painting");
            resource
                .putObject("resource")
                .put("@type", "cnt:ContentAsText")
                .put("chars", exact(passage, mark));
            resource.put("on", AnnotationsJson.target(base, id, boxes.get(box)));
          }
        });
    layer.put("total", resources.size());
    ignored(layer, ignored);
    return json;
  }

  static ObjectNode terms2(
      String own, List<Map.Entry<String, Integer>> terms, List<String> ignored) {
    ObjectNode json = JSON.objectNode().put("@context", CONTEXT_2);
    json.put("id", own).put("type", "TermPage");
    ignored(json, ignored);
    ArrayNode items = json.putArray("items");
    terms.forEach(
        term -> items.addObject().put("value", term.getKey()).put("total", term.getValue()));
    return json;
  }

  static ObjectNode terms1(
      String own, String search, List<Map.Entry<String, Integer>> terms, List<String> ignored) {
    ObjectNode json = JSON.objectNode().put("@context", CONTEXT_1);
    json.put("@id", own).put("@type", "search:TermList");
    ignored(json, ignored);
    ArrayNode items = json.putArray("terms");
    terms.forEach(
        term ->
            items
                .addObject()
                .put("match", term.getKey())
                .put(
                    "url",
                    search + "?q=" + URLEncoder.encode(term.getKey(), StandardCharsets.UTF_8))
                .put("count", term.getValue()));
    return json;
  }

  private void each(Each each) {
    int number = 1;
    for (FoundPassage passage : passages) {
      for (int mark = 0; mark < passage.marks().size(); mark++) {
        List<Box> boxes = passage.boxesByMark().get(mark);
        each.word(passage, passage.marks().get(mark), boxes, number);
        number += boxes.size();
      }
    }
  }

  private String annotation(int number) {
    return own + "#word-" + number;
  }

  private static String exact(FoundPassage passage, Marks.Range mark) {
    return passage.text().substring(mark.start(), mark.end());
  }

  private static String before(FoundPassage passage, Marks.Range mark) {
    String text = passage.text();
    int start = Math.max(0, mark.start() - AROUND);
    boolean inside = start > 0 && Character.isLowSurrogate(text.charAt(start));
    return text.substring(inside ? start + 1 : start, mark.start());
  }

  private static String after(FoundPassage passage, Marks.Range mark) {
    String text = passage.text();
    int end = Math.min(text.length(), mark.end() + AROUND);
    boolean inside = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return text.substring(mark.end(), inside ? end - 1 : end);
  }

  private static void ignored(ObjectNode json, List<String> ignored) {
    if (!ignored.isEmpty()) {
      ArrayNode names = json.putArray("ignored");
      ignored.forEach(names::add);
    }
  }
}
