package org.cotejo.ocr.recognition.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.EngineDescription;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.PlacedWord;
import org.cotejo.ocr.recognition.Region;
import org.cotejo.ocr.recognition.Transcription;
import org.cotejo.ocr.recognition.Word;

/**
 * The form of transcription files: contract {@code objects/transcription/v1}. A word that was put
 * right has what was read, too ({@code read}).
 */
final class TranscriptionJson {
  private TranscriptionJson() {}

  /** The file of a transcription; equal transcriptions give equal trees in equal order. */
  static ObjectNode of(JsonMapper mapper, Transcription transcription) {
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", "cotejo.transcription.v1");
    root.putObject("page")
        .put("widthPixels", transcription.widthPixels())
        .put("heightPixels", transcription.heightPixels())
        .put("surrogateDigest", transcription.surrogateDigest());
    putEngine(root.putObject("engine"), transcription);
    ArrayNode languages = root.putArray("languages");
    transcription.languages().stream().map(LanguageTag::value).forEach(languages::add);
    root.put("meanConfidence", transcription.meanConfidence());
    root.put("needsReview", transcription.needsReview());
    ArrayNode regions = root.putArray("regions");
    int number = 0;
    for (Region region : transcription.regions()) {
      number++;
      putRegion(regions.addObject(), region, number);
    }
    return root;
  }

  static int wordCount(JsonNode transcription) {
    int count = 0;
    for (JsonNode region : transcription.path("regions")) {
      for (JsonNode line : region.path("lines")) {
        count += line.path("words").size();
      }
    }
    return count;
  }

  /** The words of a file, in reading order. */
  static List<PlacedWord> placedWords(JsonNode transcription) {
    List<PlacedWord> words = new ArrayList<>();
    for (JsonNode region : transcription.path("regions")) {
      for (JsonNode line : region.path("lines")) {
        for (JsonNode word : line.path("words")) {
          words.add(new PlacedWord(word.path("id").asText(), word.path("text").asText()));
        }
      }
    }
    return words;
  }

  private static void putEngine(ObjectNode target, Transcription transcription) {
    EngineDescription description = transcription.engine().description();
    target.put("name", description.name());
    target.put("version", description.version());
    target.put("fingerprint", transcription.engine().fingerprint());
    ObjectNode parameters = target.putObject("parameters");
    description.parameters().forEach(parameters::put);
    ArrayNode models = target.putArray("languages");
    description.models().forEach(models::add);
  }

  private static void putRegion(ObjectNode target, Region region, int number) {
    String id = "r" + number;
    target.put("id", id);
    target.put("type", region.type().label());
    putBox(target, region.box());
    target.put("readingOrder", number);
    ArrayNode lines = target.putArray("lines");
    int lineNumber = 0;
    for (Line line : region.lines()) {
      lineNumber++;
      putLine(lines.addObject(), line, id + "l" + lineNumber);
    }
  }

  private static void putLine(ObjectNode target, Line line, String id) {
    target.put("id", id);
    putBox(target, line.box());
    ArrayNode words = target.putArray("words");
    int number = 0;
    for (Word word : line.words()) {
      number++;
      ObjectNode entry = words.addObject();
      entry.put("id", id + "w" + number);
      entry.put("text", word.text());
      putBox(entry, word.box());
      entry.put("confidence", word.confidence());
      if (word.isPutRight()) {
        entry.put("read", word.read());
      }
    }
  }

  private static void putBox(ObjectNode target, Box box) {
    target
        .putObject("box")
        .put("x", box.x())
        .put("y", box.y())
        .put("width", box.width())
        .put("height", box.height());
  }
}
