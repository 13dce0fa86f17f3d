package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineGapsTest {
  private static final int CHARACTER = 20;

  /** Words at given columns of a line whose characters are 20 pixels wide. */
  private static Line line(Object... columnsAndWords) {
    List<Word> words = new ArrayList<>();
    for (int at = 0; at < columnsAndWords.length; at += 2) {
      int column = (Integer) columnsAndWords[at];
      String text = (String) columnsAndWords[at + 1];
      words.add(
          new Word(
              text, new Box(100 + column * CHARACTER, 500, text.length() * CHARACTER, 36), 0.9));
    }
    return new Line(words);
  }

  private static List<String> parted(PageInk ink, Line line) {
    return LineGaps.parted(List.of(new Block(List.of(line))), ink).getFirst().lines().stream()
        .map(Line::text)
        .toList();
  }

  @Test
  void labelAndTextBesideItArePartedInTheirOrder() {
    assertEquals(
        List.of("CARGO", "twelve bales of wool"),
        parted(FlatInk.with(), line(0, "CARGO", 16, "twelve", 23, "bales", 29, "of", 32, "wool")));
  }

  @Test
  void spacesBetweenSentencesPartNothing() {
    assertEquals(
        List.of("They sailed. Nobody waved."),
        parted(FlatInk.with(), line(0, "They", 5, "sailed.", 15, "Nobody", 22, "waved.")));
  }

  @Test
  void lineSpacedOutFromEndToEndStaysWhole() {
    assertEquals(
        List.of("THE LAST FERRY"), parted(FlatInk.with(), line(0, "THE", 10, "LAST", 21, "FERRY")));
  }

  @Test
  void wordThatWasNotReadPartsNothing() {
    assertEquals(
        List.of("the harbour master left"),
        parted(
            FlatInk.with(new Box(100 + 13 * CHARACTER, 505, 6 * CHARACTER, 20)),
            line(0, "the", 4, "harbour", 21, "master", 28, "left")));
  }

  @Test
  void dustInTheGapDoesNotHoldTheLineTogether() {
    assertEquals(
        List.of("LIGHTHOUSE KEEPER", "57"),
        parted(
            FlatInk.with(new Box(100 + 25 * CHARACTER, 510, 4, 4)),
            line(0, "LIGHTHOUSE", 11, "KEEPER", 40, "57")));
  }
}
