package org.cotejo.translation.bitext;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cotejo.translation.bitext.objects.BitextJson;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.EditorialAnnotations;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;
import org.junit.jupiter.api.Test;

class TypedAnnotationTest {
  @Test
  void tellsTheTranslatorsRoundBracketsFromTheAuthors() {
    // When
    List<String> types =
        types("Vino (en barco) a nosotros.", "He came (by ship) to us (the Cubans) [in May].");
    // Then
    assertEquals(List.of("round-in-source", "round-inserted", "square"), types);
  }

  @Test
  void insertedBracketBeforeTheAuthorsIsKnownByItsWords() {
    // When
    List<String> types =
        types(
            "Vino Moreno (cónsul en Valdora) a nosotros.",
            "He (our friend, as we have seen) came, Moreno (consul in Valdora), to us.");
    // Then
    assertEquals(List.of("round-inserted", "round-in-source"), types);
  }

  @Test
  void remarksAreNotesInEitherBracket() {
    // When
    List<String> types = types("Vino en (mayo).", "He came [i.e., June-ed.] (sic) in (May).");
    // Then
    assertEquals(List.of("note", "note", "round-in-source"), types);
  }

  @Test
  void roundBracketOfASentenceWithoutCounterpartIsInserted() {
    // Given
    Reading reading = reading("Vino (en barco).");
    Bitext bitext = bitext("He came.\nNobody (of them) spoke.", List.of(link(0, 0)), List.of(1));
    // When
    List<TypedAnnotation> typed = TypedAnnotation.of(reading, bitext);
    // Then
    assertEquals(TypedAnnotation.Type.ROUND_INSERTED, typed.getFirst().type());
  }

  @Test
  void fileSaysTheTypeAndTheSegmentsOfEach() {
    // Given
    Reading reading = reading("Llegó ayer.\nVino (en barco) a nosotros.");
    Bitext bitext =
        bitext(
            "He came yesterday.\nHe came (by ship) to us [in May].",
            List.of(link(0, 0), link(1, 1)),
            List.of());
    // When
    JsonNode annotations =
        BitextJson.write(new UUID(0, 1), reading, bitext).path("target").path("annotations");
    // Then
    assertEquals("round", annotations.path(0).path("kind").asText());
    assertEquals("round-in-source", annotations.path(0).path("type").asText());
    assertEquals("t2", annotations.path(0).path("segments").path(0).asText());
    assertEquals("square", annotations.path(1).path("type").asText());
  }

  private static List<String> types(String source, String target) {
    return TypedAnnotation.of(reading(source), bitext(target, List.of(link(0, 0)), List.of()))
        .stream()
        .map(typed -> typed.type().wireName())
        .toList();
  }

  private static Link link(int source, int target) {
    return new Link(List.of(source), List.of(target), .9);
  }

  private static Reading reading(String text) {
    List<Segment> segments = segments(text);
    List<PlacedWord> words =
        segments.stream()
            .map(
                segment ->
                    new PlacedWord(
                        segment.start(),
                        segment.end(),
                        1,
                        List.of(new PageBox(1, new Box(10, segment.start(), 50, 12), "l"))))
            .toList();
    return new Reading(
        new ReadingText(text, List.of(), words, List.of(), List.of()),
        segments,
        segments.stream().map(segment -> 1).toList());
  }

  private static Bitext bitext(String text, List<Link> links, List<Integer> added) {
    return new Bitext(
        "es",
        "en",
        "",
        new Method("lexical", "1", "test"),
        text,
        segments(text),
        EditorialAnnotations.find(text),
        links,
        List.of(),
        added);
  }

  private static List<Segment> segments(String text) {
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      segments.add(
          new Segment(start, start + line.length(), SegmentKind.SENTENCE, segments.size() + 1));
      start += line.length() + 1;
    }
    return segments;
  }
}
