package org.cotejo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** A bitext as plain text: one link a line, original and translation with a tab between them. */
final class BitextText {

  private BitextText() {}

  static String of(JsonNode bitext) {
    Map<String, String> texts = new HashMap<>();
    for (String side : new String[] {"source", "target"}) {
      bitext
          .path(side)
          .path("segments")
          .forEach(
              segment ->
                  texts.put(side + segment.path("id").asText(), segment.path("text").asText()));
    }
    Map<String, JsonNode> linkOf = new HashMap<>();
    bitext
        .path("links")
        .forEach(link -> link.path("source").forEach(id -> linkOf.put(id.asText(), link)));
    Set<JsonNode> written = new LinkedHashSet<>();
    StringBuilder lines = new StringBuilder();
    for (JsonNode segment : bitext.path("source").path("segments")) {
      JsonNode link = linkOf.get(segment.path("id").asText());
      if (link == null) {
        lines.append(flat(segment.path("text").asText())).append("\t\n");
      } else if (written.add(link)) {
        lines.append(joined(link.path("source"), "source", texts)).append('\t');
        lines.append(joined(link.path("target"), "target", texts)).append('\n');
      }
    }
    for (JsonNode added : bitext.path("unlinked").path("target")) {
      lines
          .append('\t')
          .append(flat(texts.getOrDefault("target" + added.path("segment").asText(), "")))
          .append('\n');
    }
    return lines.toString();
  }

  private static String joined(JsonNode ids, String side, Map<String, String> texts) {
    StringJoiner joiner = new StringJoiner(" ");
    ids.forEach(id -> joiner.add(flat(texts.getOrDefault(side + id.asText(), ""))));
    return joiner.toString();
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
