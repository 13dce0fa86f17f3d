package org.cotejo.translation.bitext.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;

/** Reads {@code cotejo.transcription.v1}; unknown fields are passed over. */
public final class TranscriptionJson {
  /** The name of the schema in files. */
  public static final String SCHEMA = "cotejo.transcription.v1";

  private TranscriptionJson() {}

  /**
   * The page that a file tells of.
   *
   * @param page its number in the document, which the file does not know
   * @throws MalformedFile when it is of another schema or breaks it
   */
  public static TranscribedPage read(JsonNode file, int page) {
    if (!SCHEMA.equals(file.path("schema").asText())) {
      throw new MalformedFile(SCHEMA, "it is of schema " + file.path("schema").asText("none"));
    }
    try {
      List<TranscribedRegion> regions = new ArrayList<>();
      for (JsonNode region : file.path("regions")) {
        regions.add(region(region));
      }
      JsonNode size = file.path("page");
      return new TranscribedPage(
          page, size.path("widthPixels").asInt(), size.path("heightPixels").asInt(), regions);
    } catch (IllegalArgumentException invalid) {
      throw new MalformedFile(SCHEMA, String.valueOf(invalid.getMessage()));
    }
  }

  private static TranscribedRegion region(JsonNode json) {
    List<TranscribedLine> lines = new ArrayList<>();
    for (JsonNode line : json.path("lines")) {
      List<TranscribedWord> words = new ArrayList<>();
      for (JsonNode word : line.path("words")) {
        addWords(words, word);
      }
      if (!words.isEmpty()) {
        lines.add(new TranscribedLine(line.path("id").asText(), box(line.path("box")), words));
      }
    }
    return new TranscribedRegion(
        json.path("id").asText(),
        RegionType.of(json.path("type").asText()),
        json.path("readingOrder").asInt(),
        lines);
  }

  /** A word of the file; one with a space inside is two words in one box. */
  private static void addWords(List<TranscribedWord> words, JsonNode json) {
    Box box = box(json.path("box"));
    double confidence = json.path("confidence").asDouble();
    Placement placement = Placement.of(json.path("placement").asText());
    for (String text : json.path("text").asText().strip().split("\\s+", -1)) {
      if (!text.isEmpty()) {
        words.add(new TranscribedWord(text, box, confidence, placement));
      }
    }
  }

  private static Box box(JsonNode json) {
    return new Box(
        json.path("x").asInt(-1),
        json.path("y").asInt(-1),
        json.path("width").asInt(),
        json.path("height").asInt());
  }
}
