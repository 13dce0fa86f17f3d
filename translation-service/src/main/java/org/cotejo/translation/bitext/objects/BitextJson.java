package org.cotejo.translation.bitext.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Handwork;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.TypedAnnotation;
import org.cotejo.translation.segmentation.EditorialAnnotation;
import org.cotejo.translation.segmentation.Segment;

/** Writes and reads {@code cotejo.bitext.v1}. */
public final class BitextJson {
  private static final String SCHEMA = "cotejo.bitext.v1";

  /** The method of a link that a person has set; also the end of the name of the whole method. */
  private static final String BY_HAND = "human";

  private static final String AND_BY_HAND = "+" + BY_HAND;

  private BitextJson() {}

  /** The file of a bitext. The reading tells whose the round brackets of the translation are. */
  public static ObjectNode write(UUID documentId, Reading reading, Bitext bitext) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("schema", SCHEMA);
    file.put("documentId", documentId.toString());
    file.put("sourceLanguage", bitext.sourceLanguage());
    file.put("language", bitext.language());
    if (!bitext.translator().isEmpty()) {
      file.put("translator", bitext.translator());
    }
    file.putObject("method")
        .put("name", bitext.method().name() + (isCorrected(bitext) ? AND_BY_HAND : ""))
        .put("version", bitext.method().version())
        .put("fingerprint", bitext.method().fingerprint());
    writeHandwork(file, bitext.handwork());
    writeTarget(file.putObject("target"), reading, bitext);
    ArrayNode links = file.putArray("links");
    for (Link link : bitext.links()) {
      ObjectNode json = links.addObject();
      ids(json.putArray("source"), "s", link.source());
      ids(json.putArray("target"), "t", link.target());
      json.put("confidence", ReadingTextJson.rounded(link.confidence()));
      json.put("method", link.byHand() ? BY_HAND : bitext.method().name());
    }
    ObjectNode unlinked = file.putObject("unlinked");
    Set<String> byHand = bitext.handwork().unlinked();
    reasons(unlinked.putArray("source"), "s", bitext.unlinkedSource(), "omitted", byHand);
    reasons(unlinked.putArray("target"), "t", bitext.unlinkedTarget(), "added", byHand);
    return file;
  }

  /**
   * The bitext of a file, its confidences as rounded there.
   *
   * @throws MalformedFile when it is of another schema or breaks it
   */
  public static Bitext read(JsonNode file) {
    if (!SCHEMA.equals(file.path("schema").asText())) {
      throw new MalformedFile(SCHEMA, "it is of schema " + file.path("schema").asText("none"));
    }
    try {
      JsonNode method = file.path("method");
      JsonNode target = file.path("target");
      String text = target.path("text").asText();
      return new Bitext(
          file.path("sourceLanguage").asText(),
          file.path("language").asText(),
          file.path("translator").asText(""),
          new Method(
              machine(method.path("name").asText()),
              method.path("version").asText(),
              method.path("fingerprint").asText()),
          text,
          ReadingTextJson.segments(target.path("segments"), text),
          annotations(target.path("annotations")),
          links(file.path("links")),
          unlinked(file.path("unlinked").path("source")),
          unlinked(file.path("unlinked").path("target")),
          handwork(file));
    } catch (IllegalArgumentException invalid) {
      throw new MalformedFile(SCHEMA, String.valueOf(invalid.getMessage()));
    }
  }

  private static List<EditorialAnnotation> annotations(JsonNode array) {
    List<EditorialAnnotation> annotations = new ArrayList<>();
    for (JsonNode annotation : array) {
      annotations.add(
          new EditorialAnnotation(
              annotation.path("start").asInt(),
              annotation.path("end").asInt(),
              EditorialAnnotation.Kind.valueOf(
                  annotation.path("kind").asText().toUpperCase(Locale.ROOT))));
    }
    return annotations;
  }

  private static List<Link> links(JsonNode array) {
    List<Link> links = new ArrayList<>();
    for (JsonNode link : array) {
      links.add(
          new Link(
              indices(link.path("source")),
              indices(link.path("target")),
              link.path("confidence").asDouble(),
              BY_HAND.equals(link.path("method").asText())));
    }
    return links;
  }

  private static boolean isCorrected(Bitext bitext) {
    return bitext.handwork().corrections() > 0;
  }

  private static String machine(String method) {
    return method.endsWith(AND_BY_HAND)
        ? method.substring(0, method.length() - AND_BY_HAND.length())
        : method;
  }

  /** How many changes of people hold here, and which do not. */
  private static void writeHandwork(ObjectNode file, Handwork handwork) {
    if (handwork.corrections() > 0 || !handwork.detached().isEmpty()) {
      ObjectNode json = file.putObject("corrections").put("count", handwork.corrections());
      ArrayNode detached = json.putArray("detached");
      handwork.detached().forEach(detached::add);
    }
  }

  private static Handwork handwork(JsonNode file) {
    JsonNode json = file.path("corrections");
    List<Long> detached = new ArrayList<>();
    json.path("detached").forEach(id -> detached.add(id.asLong()));
    Set<String> unlinked = new HashSet<>();
    for (JsonNode side : file.path("unlinked")) {
      for (JsonNode entry : side) {
        if (BY_HAND.equals(entry.path("method").asText())) {
          unlinked.add(entry.path("segment").asText());
        }
      }
    }
    return new Handwork(
        json.path("count").asInt(),
        detached,
        unlinked,
        ReadingTextJson.readAs(file.path("target").path("segments")));
  }

  private static List<Integer> indices(JsonNode ids) {
    List<Integer> indices = new ArrayList<>();
    ids.forEach(id -> indices.add(index(id)));
    return indices;
  }

  private static List<Integer> unlinked(JsonNode array) {
    List<Integer> indices = new ArrayList<>();
    array.forEach(entry -> indices.add(index(entry.path("segment"))));
    return indices;
  }

  /** {@code s3} and {@code t3} are the segments at 2. */
  private static int index(JsonNode id) {
    String name = id.asText();
    if (name.length() < 2) {
      throw new IllegalArgumentException("no segment is called " + name);
    }
    return Integer.parseInt(name.substring(1)) - 1;
  }

  private static void writeTarget(ObjectNode target, Reading reading, Bitext bitext) {
    target.put("text", bitext.text());
    ArrayNode segments = target.putArray("segments");
    for (int k = 0; k < bitext.segments().size(); k++) {
      Segment segment = bitext.segments().get(k);
      ObjectNode json =
          segments
              .addObject()
              .put("id", "t" + (k + 1))
              .put("start", segment.start())
              .put("end", segment.end())
              .put("kind", segment.kind().wireName())
              .put("paragraph", segment.paragraph());
      ReadingTextJson.putReadAs(json, bitext.handwork().readAs(), k);
    }
    ArrayNode annotations = target.putArray("annotations");
    for (TypedAnnotation typed : TypedAnnotation.of(reading, bitext)) {
      EditorialAnnotation annotation = typed.annotation();
      ObjectNode json =
          annotations
              .addObject()
              .put("start", annotation.start())
              .put("end", annotation.end())
              .put("kind", annotation.kind().name().toLowerCase(Locale.ROOT))
              .put("type", typed.type().wireName());
      ids(json.putArray("segments"), "t", typed.segments());
    }
  }

  private static void ids(ArrayNode array, String prefix, List<Integer> indices) {
    indices.forEach(index -> array.add(prefix + (index + 1)));
  }

  private static void reasons(
      ArrayNode array, String prefix, List<Integer> indices, String reason, Set<String> byHand) {
    for (int index : indices) {
      String name = prefix + (index + 1);
      ObjectNode json = array.addObject().put("segment", name).put("reason", reason);
      if (byHand.contains(name)) {
        json.put("method", BY_HAND);
      }
    }
  }
}
