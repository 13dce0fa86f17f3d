package org.cotejo.translation.correction.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.translation.anchoring.Excerpt;
import org.cotejo.translation.correction.Fact;
import org.cotejo.translation.correction.FactRef;
import org.cotejo.translation.correction.SegmentAnchor;
import org.cotejo.translation.correction.TextSide;

/** Facts as the table holds them. */
final class FactJson {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private FactJson() {}

  static String write(List<Fact> facts) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Fact fact : facts) {
      ObjectNode json = array.addObject();
      switch (fact) {
        case Fact.Linked(List<SegmentAnchor> source, List<SegmentAnchor> target) -> {
          ObjectNode linked = json.putObject("linked");
          anchors(linked.putArray("source"), source);
          anchors(linked.putArray("target"), target);
        }
        case Fact.Unlinked(SegmentAnchor segment) -> json.set("unlinked", anchor(segment));
        case Fact.Worded(SegmentAnchor segment, String text) -> {
          json.set("worded", anchor(segment));
          json.put("text", text);
        }
        case Fact.Cut(List<SegmentAnchor> segments) -> anchors(json.putArray("cut"), segments);
      }
    }
    return array.toString();
  }

  static List<Fact> read(String row) {
    List<Fact> facts = new ArrayList<>();
    for (JsonNode json : json(row)) {
      if (json.has("linked")) {
        JsonNode linked = json.path("linked");
        facts.add(
            new Fact.Linked(
                anchors(linked.path("source"), TextSide.SOURCE),
                anchors(linked.path("target"), TextSide.TARGET)));
      } else if (json.has("cut")) {
        List<SegmentAnchor> segments = new ArrayList<>();
        json.path("cut").forEach(part -> segments.add(anchor(part)));
        facts.add(new Fact.Cut(segments));
      } else if (json.has("unlinked")) {
        facts.add(new Fact.Unlinked(anchor(json.path("unlinked"))));
      } else {
        facts.add(new Fact.Worded(anchor(json.path("worded")), json.path("text").asText()));
      }
    }
    return facts;
  }

  static String write(Set<FactRef> refs) {
    ArrayNode array = MAPPER.createArrayNode();
    refs.forEach(ref -> array.addObject().put("change", ref.change()).put("fact", ref.index()));
    return array.toString();
  }

  static Set<FactRef> readRefs(String row) {
    Set<FactRef> refs = new LinkedHashSet<>();
    json(row)
        .forEach(
            ref -> refs.add(new FactRef(ref.path("change").asLong(), ref.path("fact").asInt())));
    return refs;
  }

  static JsonNode json(String row) {
    try {
      return MAPPER.readTree(row);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a row of this service holds broken JSON", broken);
    }
  }

  private static void anchors(ArrayNode array, List<SegmentAnchor> segments) {
    segments.forEach(segment -> array.add(anchor(segment)));
  }

  private static ObjectNode anchor(SegmentAnchor segment) {
    return MAPPER
        .createObjectNode()
        .put("side", segment.side().prefix())
        .put("text", segment.text())
        .put("before", segment.excerpt().before())
        .put("words", segment.excerpt().words())
        .put("after", segment.excerpt().after())
        .put("position", segment.position());
  }

  private static List<SegmentAnchor> anchors(JsonNode array, TextSide side) {
    List<SegmentAnchor> segments = new ArrayList<>();
    array.forEach(json -> segments.add(anchor(json, side)));
    return segments;
  }

  private static SegmentAnchor anchor(JsonNode json) {
    boolean target = TextSide.TARGET.prefix().equals(json.path("side").asText());
    return anchor(json, target ? TextSide.TARGET : TextSide.SOURCE);
  }

  private static SegmentAnchor anchor(JsonNode json, TextSide side) {
    return new SegmentAnchor(
        side,
        json.path("text").asText(),
        new Excerpt(
            json.path("before").asText(), json.path("words").asText(), json.path("after").asText()),
        json.path("position").asDouble());
  }
}
