package org.cotejo.translation.collation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cotejo.translation.anchoring.Excerpt;
import org.cotejo.translation.collation.FindingAnchor;
import org.cotejo.translation.collation.Rule;
import org.cotejo.translation.collation.Settlement;

/**
 * What a finding was when it was settled, as its row holds it.
 *
 * @param anchor what it is known by
 * @param message its sentence for curators
 * @param source the words of the original; empty for none
 * @param target the words of the translation; empty for none
 */
public record KnownFinding(FindingAnchor anchor, String message, String source, String target) {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** A finding that was settled before and is made no more. */
  public static KnownFinding of(Settlement gone) {
    return new KnownFinding(gone.anchor(), gone.message(), gone.source(), gone.target());
  }

  String json() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("rule", anchor.rule().code()).put("message", message);
    put(json.putObject("source"), anchor.source(), source);
    put(json.putObject("target"), anchor.target(), target);
    return json.toString();
  }

  static KnownFinding of(String row) {
    try {
      JsonNode json = MAPPER.readTree(row);
      FindingAnchor anchor =
          new FindingAnchor(
              Rule.of(json.path("rule").asText()),
              excerpt(json.path("source")),
              excerpt(json.path("target")));
      return new KnownFinding(
          anchor,
          json.path("message").asText(),
          json.path("source").path("text").asText(),
          json.path("target").path("text").asText());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a row of this service holds broken JSON", broken);
    }
  }

  private static void put(ObjectNode json, Excerpt excerpt, String text) {
    json.put("before", excerpt.before())
        .put("words", excerpt.words())
        .put("after", excerpt.after())
        .put("text", text);
  }

  private static Excerpt excerpt(JsonNode json) {
    return new Excerpt(
        json.path("before").asText(), json.path("words").asText(), json.path("after").asText());
  }
}
