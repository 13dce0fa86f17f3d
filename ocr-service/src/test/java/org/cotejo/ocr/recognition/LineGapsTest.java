package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineGapsTest {
  private static final int CHARACTER = 20;

  /** Words at given columns of a line whose characters are 20 pixels wide. */
  private static Line line(Object... columnsAndWords) {
    return lineAt(500, columnsAndWords);
  }

  private static Line lineAt(int y, Object... columnsAndWords) {
    List<Word> words = new ArrayList<>();
    for (int at = 0; at < columnsAndWords.length; at += 2) {
      int column = (Integer) columnsAndWords[at];
      String text = (String) columnsAndWords[at + 1];
      words.add(
          new Word(text, new Box(100 + column * CHARACTER, y, text.length() * CHARACTER, 36), 0.9));
    }
    return new Line(words);
  }

  private static List<String> parted(PageInk ink, Line... lines) {
    return LineGaps.parted(List.of(new Block(List.of(lines))), ink).getFirst().lines().stream()
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

  @Test
  void longLabelIsPartedFromItsTextWhereShorterOnesAre() {
    assertEquals(
        List.of("PORT", "Cala Honda", "SHIP", "Grete", "CARGO AND CREW", "salt; nine men"),
        parted(
            FlatInk.with(),
            lineAt(500, 0, "PORT", 18, "Cala", 23, "Honda"),
            lineAt(560, 0, "SHIP", 18, "Grete"),
            lineAt(620, 0, "CARGO", 6, "AND", 10, "CREW", 18, "salt;", 24, "nine", 29, "men")));
  }

  @Test
  void oneLineAloneMakesNoStop() {
    assertEquals(
        List.of("PORT", "Cala Honda", "CARGO AND CREW salt; nine men"),
        parted(
            FlatInk.with(),
            lineAt(500, 0, "PORT", 18, "Cala", 23, "Honda"),
            lineAt(620, 0, "CARGO", 6, "AND", 10, "CREW", 18, "salt;", 24, "nine", 29, "men")));
  }

  @Test
  void sentenceThatBeginsAtAStopStaysInItsLine() {
    assertEquals(
        List.of("PORT", "Cala Honda", "SHIP", "Grete", "They sailed home. Nobody waved."),
        parted(
            FlatInk.with(),
            lineAt(500, 0, "PORT", 20, "Cala", 25, "Honda"),
            lineAt(560, 0, "SHIP", 20, "Grete"),
            lineAt(620, 0, "They", 5, "sailed", 12, "home.", 20, "Nobody", 27, "waved.")));
  }
}
