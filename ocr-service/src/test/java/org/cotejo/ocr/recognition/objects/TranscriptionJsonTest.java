package org.cotejo.ocr.recognition.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.contracts.Contract;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.Engine;
import org.cotejo.ocr.recognition.EngineDescription;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Region;
import org.cotejo.ocr.recognition.RegionType;
import org.cotejo.ocr.recognition.Transcription;
import org.cotejo.ocr.recognition.Word;
import org.junit.jupiter.api.Test;

class TranscriptionJsonTest {
  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void everyTypeOfRegionKeepsTheContract() throws Exception {
    // Given
    List<Region> regions = new ArrayList<>();
    for (RegionType type : RegionType.values()) {
      Word word = new Word("cafe\u0301", new Box(1, 2, 3, 4), 0.9123);
      regions.add(new Region(type, List.of(new Line(List.of(word, word)))));
    }
    // When
    JsonNode json = TranscriptionJson.of(mapper, transcription(regions));
    // Then
    Contract.object("transcription").requireValid(mapper.writeValueAsBytes(json));
    assertEquals(2 * RegionType.values().length, TranscriptionJson.wordCount(json));
    JsonNode first = json.path("regions").get(0);
    assertEquals("r1l1w2", first.path("lines").get(0).path("words").get(1).path("id").asText());
    assertEquals(
        "caf\u00e9", first.path("lines").get(0).path("words").get(0).path("text").asText());
  }

  @Test
  void wordThatWasPutRightKeepsWhatWasRead() throws Exception {
    // Given
    Word asRead = new Word("muelle", new Box(1, 2, 3, 4), 0.9);
    Word putRight = new Word("....", new Box(5, 2, 3, 4), 0.9, "0o0.");
    Line line = new Line(List.of(asRead, putRight));
    // When
    JsonNode json =
        TranscriptionJson.of(
            mapper, transcription(List.of(new Region(RegionType.BODY, List.of(line)))));
    // Then
    Contract.object("transcription").requireValid(mapper.writeValueAsBytes(json));
    JsonNode words = json.path("regions").get(0).path("lines").get(0).path("words");
    assertTrue(words.get(0).path("read").isMissingNode());
    assertEquals("....", words.get(1).path("text").asText());
    assertEquals("0o0.", words.get(1).path("read").asText());
  }

  @Test
  void emptyPageKeepsTheContract() throws Exception {
    JsonNode json = TranscriptionJson.of(mapper, transcription(List.of()));
    Contract.object("transcription").requireValid(mapper.writeValueAsBytes(json));
    assertEquals(0, TranscriptionJson.wordCount(json));
  }

  private static Transcription transcription(List<Region> regions) {
    List<LanguageTag> languages = List.of(new LanguageTag("es"));
    EngineDescription description =
        new EngineDescription(
            "tesseract", "5.5.1", new TreeMap<>(Map.of("a", "b")), List.of("spa"));
    return new Transcription(
        "sha256:" + "b".repeat(64),
        100,
        100,
        Engine.of(description, languages),
        languages,
        regions,
        false);
  }
}
