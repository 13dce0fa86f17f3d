package org.cotejo.translation.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.Paragraph;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;
import org.junit.jupiter.api.Test;

/** Words that are set stand on paper where those stand that they correct. */
class RewordingTest {
  private static final String TEXT = "Esto dijo. El consu1 Rniz Ilegó a yer tarde. Nada mas.";
  private static final Segment SECOND =
      new Segment(11, TEXT.indexOf(" Nada"), SegmentKind.SENTENCE, 1);

  @Test
  void eachWordKeepsItsBox() {
    // When
    ReadingText set = set("El cónsul Ruiz llegó ayer tarde.");
    // Then
    assertEquals("Esto dijo. El cónsul Ruiz llegó ayer tarde. Nada mas.", set.text());
    assertEquals(List.of(2), boxes(set, "El"));
    assertEquals(List.of(3), boxes(set, "cónsul"));
    assertEquals(List.of(4), boxes(set, "Ruiz"));
    assertEquals(List.of(5), boxes(set, "llegó"));
    assertEquals(List.of(6, 7), boxes(set, "ayer"));
    assertEquals(List.of(8), boxes(set, "tarde."));
    assertEquals(List.of(9), boxes(set, "Nada"));
    assertEquals(List.of(10), boxes(set, "mas."));
    assertEquals(
        List.of(new Paragraph(0, set.text().length(), RegionType.BODY, 1)), set.paragraphs());
  }

  @Test
  void wordThatWasMissedStandsBesideItsNeighbour() {
    // When
    ReadingText set = set("El cónsul señor Ruiz llegó tarde.");
    // Then
    assertEquals(List.of(3), boxes(set, "señor"));
    assertEquals(List.of(4), boxes(set, "Ruiz"));
    assertEquals(List.of(8), boxes(set, "tarde."));
  }

  @Test
  void wordsThatWereReadAsOneShareItsBox() {
    // Given
    ReadingText reading = reading("Vino conlas cajas.");
    Segment whole = new Segment(0, 18, SegmentKind.SENTENCE, 1);
    // When
    ReadingText set = Rewording.of(reading, whole, "Vino con las cajas.");
    // Then
    assertEquals(List.of(1), boxes(set, "con"));
    assertEquals(List.of(1), boxes(set, "las"));
    assertEquals(List.of(2), boxes(set, "cajas."));
  }

  @Test
  void segmentThatEndsInsideAWordLeavesTheRestOfIt() {
    // Given
    ReadingText reading = reading("Se fué.--Entonces vino.");
    Segment first = new Segment(0, 7, SegmentKind.SENTENCE, 1);
    // When
    ReadingText set = Rewording.of(reading, first, "Se ha ido.");
    // Then
    assertEquals("Se ha ido.--Entonces vino.", set.text());
    assertEquals(List.of(1), boxes(set, "--Entonces"));
    assertEquals(List.of(1), boxes(set, "ido."));
  }

  private static ReadingText set(String words) {
    return Rewording.of(reading(TEXT), SECOND, words);
  }

  /** The numbers of the boxes of a word, counted in the text before. */
  private static List<Integer> boxes(ReadingText text, String word) {
    return text.words().stream()
        .filter(placed -> text.textOf(placed).equals(word))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + word + " in " + text))
        .boxes()
        .stream()
        .map(place -> place.box().x() / 100)
        .toList();
  }

  private static ReadingText reading(String text) {
    List<PlacedWord> words = new ArrayList<>();
    int at = 0;
    for (String word : text.split(" ", -1)) {
      PageBox place = new PageBox(1, new Box(words.size() * 100, 40, 90, 30), "l1");
      words.add(new PlacedWord(at, at + word.length(), .8, List.of(place)));
      at += word.length() + 1;
    }
    return new ReadingText(
        text,
        List.of(),
        words,
        List.of(new Paragraph(0, text.length(), RegionType.BODY, 1)),
        List.of());
  }
}
