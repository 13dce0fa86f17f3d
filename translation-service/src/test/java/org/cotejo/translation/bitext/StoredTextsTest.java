package org.cotejo.translation.bitext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.bitext.objects.BitextJson;
import org.cotejo.translation.bitext.objects.MalformedFile;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.collation.Collator;
import org.cotejo.translation.reading.Furniture;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.reading.TypedPage;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.Segmenter;
import org.cotejo.translation.segmentation.icu.IcuSentenceBreaks;
import org.junit.jupiter.api.Test;

/** What was written to a file comes back from it. */
class StoredTextsTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final UUID DOCUMENT = UUID.fromString("0197a1c2-3b4d-7e5f-8a6b-9c0d1e2f3a4b");
  private static final List<String> LANGUAGES = List.of("es", "fr");

  private final BitextMaker maker =
      new BitextMaker(
          new Segmenter(new IcuSentenceBreaks()),
          new LexicalAligner(AlignmentSettings.standard()),
          new Method("lexical", "1", "lexical-1-test"));
  private final Reading reading =
      maker.read(
          List.of(TypedPage.of(1, DocumentFixture.PAGE_1), TypedPage.of(2, DocumentFixture.PAGE_2)),
          "es",
          List.of(new PageRange(1, 1), new PageRange(2, 2)));

  @Test
  void readingComesBackFromItsFile() {
    // Given
    JsonNode file = readingFile();
    // When
    Reading read = ReadingTextJson.read(file);
    // Then
    assertEquals(reading.segments(), read.segments());
    assertEquals(reading.parts(), read.parts());
    assertEquals(reading.text().text(), read.text().text());
    assertEquals(reading.text().pages(), read.text().pages());
    assertEquals(reading.text().words(), read.text().words());
    assertEquals(furniture(reading.text()), furniture(read.text()));
    assertEquals(file, stored(ReadingTextJson.write(DOCUMENT, LANGUAGES, read)));
  }

  @Test
  void bitextComesBackFromItsFile() {
    // Given: with a sentence that the original lacks and words in an editor's brackets
    Bitext bitext =
        align(
            DocumentFixture.ENGLISH.replace(
                "Nobody answered.",
                "On the following morning every newspaper of the capital printed the story in full."
                    + " Nobody answered."));
    assertFalse(bitext.annotations().isEmpty());
    JsonNode file = stored(BitextJson.write(DOCUMENT, reading, bitext));
    // When
    Bitext read = BitextJson.read(file);
    // Then
    assertEquals(bitext.sourceLanguage(), read.sourceLanguage());
    assertEquals(bitext.language(), read.language());
    assertEquals(bitext.translator(), read.translator());
    assertEquals(bitext.method(), read.method());
    assertEquals(bitext.text(), read.text());
    assertEquals(bitext.segments(), read.segments());
    assertEquals(bitext.annotations(), read.annotations());
    assertEquals(bitext.unlinkedSource(), read.unlinkedSource());
    assertEquals(bitext.unlinkedTarget(), read.unlinkedTarget());
    assertEquals(bitext.links().size(), read.links().size());
    for (int k = 0; k < read.links().size(); k++) {
      assertEquals(bitext.links().get(k).source(), read.links().get(k).source());
      assertEquals(bitext.links().get(k).target(), read.links().get(k).target());
      assertEquals(bitext.links().get(k).confidence(), read.links().get(k).confidence(), .00005);
    }
    assertEquals(file, stored(BitextJson.write(DOCUMENT, reading, read)));
  }

  @Test
  void unlinkedSegmentsComeBackFromTheirFile() {
    // Given
    Bitext linked = align(DocumentFixture.ENGLISH);
    Bitext bitext =
        new Bitext(
            "es",
            "en",
            "",
            linked.method(),
            linked.text(),
            linked.segments(),
            linked.annotations(),
            List.of(new Link(List.of(0, 1), List.of(0), .25)),
            List.of(2, 5),
            List.of(1, 3));
    // When
    Bitext read = BitextJson.read(stored(BitextJson.write(DOCUMENT, reading, bitext)));
    // Then
    assertEquals(bitext, read);
  }

  @Test
  void collatesStoredFilesAsTheTextsTheyWereMadeFrom() {
    // Given
    Bitext bitext = align(DocumentFixture.ENGLISH.replace("45 letters", "54 letters"));
    Collator collator = new Collator();
    // When
    var found =
        collator.collate(
            ReadingTextJson.read(readingFile()),
            BitextJson.read(stored(BitextJson.write(DOCUMENT, reading, bitext))));
    // Then
    assertFalse(found.isEmpty());
    assertEquals(collator.collate(reading, bitext), found);
  }

  @Test
  void fileOfAnotherSchemaOrWithASegmentOutsideItsTextIsRefused() {
    // Given
    JsonNode bitext = stored(BitextJson.write(DOCUMENT, reading, align(DocumentFixture.ENGLISH)));
    ObjectNode cut = (ObjectNode) readingFile();
    cut.put("text", reading.text().text().substring(0, 20));
    cut.putArray("words");
    // Then
    assertThrows(MalformedFile.class, () -> ReadingTextJson.read(bitext));
    assertThrows(MalformedFile.class, () -> BitextJson.read(readingFile()));
    assertThrows(MalformedFile.class, () -> ReadingTextJson.read(cut));
  }

  private JsonNode readingFile() {
    return stored(ReadingTextJson.write(DOCUMENT, LANGUAGES, reading));
  }

  private Bitext align(String translation) {
    StoredObject file = new StoredObject("translations/a", "sha256:a", "text/plain", 1);
    return maker.align(
        reading, "es", PlainText.of(translation), new TranslationFile(file, "en", "A. Vega"));
  }

  /** What somebody reads who has the bytes alone. */
  private static JsonNode stored(JsonNode file) {
    try {
      return MAPPER.readTree(MAPPER.writeValueAsBytes(file));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The furniture but for the confidence of its words, which the file does not hold. */
  private static List<Object> furniture(ReadingText text) {
    return text.furniture().stream().map(StoredTextsTest::piece).toList();
  }

  private static Object piece(Furniture piece) {
    return List.of(
        piece.page(),
        piece.regionId(),
        piece.kind(),
        piece.text(),
        piece.words().stream().map(word -> List.of(word.text(), word.box())).toList());
  }
}
