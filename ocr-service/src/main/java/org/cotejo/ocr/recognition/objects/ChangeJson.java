package org.cotejo.ocr.recognition.objects;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotejo.ocr.recognition.PlacedWord;
import org.cotejo.ocr.recognition.TranscriptionChange;

/** The file that says what differs between two transcriptions of a page. */
final class ChangeJson {
  private ChangeJson() {}

  static ObjectNode of(JsonMapper mapper, String surrogateDigest, TranscriptionChange change) {
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", "cotejo.transcription-change.v1");
    root.put("surrogateDigest", surrogateDigest);
    root.put("before", change.before());
    root.put("now", change.now());
    root.put("keptWords", change.keptWords());
    root.put("changedWords", change.changedWords());
    ArrayNode changes = root.putArray("changes");
    for (TranscriptionChange.Difference difference : change.changes()) {
      ObjectNode entry = changes.addObject();
      put(entry.putArray("before"), difference.before());
      put(entry.putArray("now"), difference.now());
    }
    return root;
  }

  private static void put(ArrayNode target, List<PlacedWord> words) {
    for (PlacedWord word : words) {
      target.addObject().put("id", word.id()).put("text", word.text());
    }
  }
}
