package org.cotejo.translation.bitext.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.reading.LineBoxes;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;

/** The answer for a bitext: what the two files hold, laid out for a reader's page. */
public final class BitextAnswer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private BitextAnswer() {}

  /** The answer of the two files of an alignment. */
  public static ObjectNode of(
      String documentId, KeptAlignment alignment, JsonNode readingFile, JsonNode bitextFile) {
    ObjectNode answer = NODES.objectNode();
    answer.put("documentId", documentId);
    answer.put("revision", alignment.revision());
    answer.put("alignmentVersion", alignment.version());
    answer.set("sourceLanguage", bitextFile.path("sourceLanguage"));
    answer.set("language", bitextFile.path("language"));
    if (bitextFile.has("translator")) {
      answer.set("translator", bitextFile.path("translator"));
    }
    answer.set("method", bitextFile.path("method"));
    if (bitextFile.has("corrections")) {
      answer.set("corrections", bitextFile.path("corrections"));
    }
    answer.putObject("source").set("segments", sourceSegments(readingFile));
    ObjectNode target = answer.putObject("target");
    target.set("segments", targetSegments(bitextFile.path("target")));
    answer.set("annotations", bitextFile.path("target").path("annotations"));
    answer.set("links", bitextFile.path("links"));
    answer.set("unlinked", bitextFile.path("unlinked"));
    return answer;
  }

  private static ArrayNode sourceSegments(JsonNode readingFile) {
    ReadingText text = ReadingTextJson.read(readingFile).text();
    ArrayNode segments = NODES.arrayNode();
    for (JsonNode segment : readingFile.path("segments")) {
      int start = segment.path("start").asInt();
      int end = segment.path("end").asInt();
      var words = text.wordsIn(start, end);
      ObjectNode json = segments.addObject();
      json.set("id", segment.path("id"));
      json.put("text", text.text().substring(start, end));
      json.set("kind", segment.path("kind"));
      json.set("part", segment.path("part"));
      json.set("paragraph", segment.path("paragraph"));
      json.put("start", start);
      json.put("end", end);
      if (segment.has(ReadingTextJson.READ_AS)) {
        json.set(ReadingTextJson.READ_AS, segment.path(ReadingTextJson.READ_AS));
      }
      ArrayNode boxes = json.putArray("boxes");
      LineBoxes.merged(words).forEach(box -> boxes.add(ReadingTextJson.box(box)));
      ArrayNode wordsJson = json.putArray("words");
      words.forEach(word -> wordsJson.add(word(word, start, end)));
    }
    return segments;
  }

  /** A word with its offsets counted from its segment; one that a cut divides is clipped. */
  private static ObjectNode word(PlacedWord word, int segmentStart, int segmentEnd) {
    ObjectNode json = NODES.objectNode();
    json.put("start", Math.max(word.start(), segmentStart) - segmentStart);
    json.put("end", Math.min(word.end(), segmentEnd) - segmentStart);
    json.put("confidence", word.confidence());
    ArrayNode boxes = json.putArray("boxes");
    for (PageBox place : word.boxes()) {
      boxes.add(ReadingTextJson.box(place));
    }
    return json;
  }

  private static ArrayNode targetSegments(JsonNode target) {
    String text = target.path("text").asText();
    ArrayNode segments = NODES.arrayNode();
    for (JsonNode segment : target.path("segments")) {
      int start = segment.path("start").asInt();
      int end = segment.path("end").asInt();
      ObjectNode json = segments.addObject();
      json.set("id", segment.path("id"));
      json.put("text", text.substring(start, end));
      json.set("kind", segment.path("kind"));
      json.set("paragraph", segment.path("paragraph"));
      json.put("start", start);
      json.put("end", end);
      if (segment.has(ReadingTextJson.READ_AS)) {
        json.set(ReadingTextJson.READ_AS, segment.path(ReadingTextJson.READ_AS));
      }
    }
    return segments;
  }
}
