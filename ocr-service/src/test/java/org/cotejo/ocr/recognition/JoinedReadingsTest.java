package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedReadingsTest {
  private static final int CHARACTER = 20;
  private static final int PITCH = 60;

  /** A line of words with one confidence, from a column of a row. */
  private static Line line(int row, int column, double confidence, String text) {
    List<Word> words = new ArrayList<>();
    int x = 100 + column * CHARACTER;
    for (String word : text.split(" ")) {
      int width = word.length() * CHARACTER;
      words.add(new Word(word, new Box(x, 200 + row * PITCH, width, 36), confidence));
      x += width + CHARACTER;
    }
    return new Line(words);
  }

  private static List<Block> page(Line... lines) {
    return List.of(new Block(List.of(lines)));
  }

  private static List<String> joined(List<Block> first, List<Block> second) {
    return JoinedReadings.joined(first, second).stream()
        .flatMap(block -> block.lines().stream())
        .map(Line::text)
        .toList();
  }

  @Test
  void rowThatTheSecondReadingHasInFullTakesThePlaceOfItsPieces() {
    assertEquals(
        List.of(
            "The harbour was closed in the winter",
            "until the ice had gone from the mole",
            "and nobody paid the dues"),
        joined(
            page(
                line(0, 0, 0.96, "The harbour was closed in the winter"),
                line(1, 20, 0.7, "gone from thc m0le"),
                line(2, 0, 0.96, "and nobody paid the dues")),
            page(
                line(0, 0, 0.96, "The harbour was closed in the winter"),
                line(1, 0, 0.94, "until the ice had gone from the mole"),
                line(2, 0, 0.95, "and nobody paid the dues"))));
  }

  @Test
  void firstReadingStaysWhereBothAreAboutAsGood() {
    assertEquals(
        List.of("The dues were nine pesetas"),
        joined(
            page(line(0, 0, 0.93, "The dues were nine pesetas")),
            page(line(0, 0, 0.95, "The dues were nino pesetas"))));
  }

  @Test
  void certainReadingOfAPartDoesNotDriveOutTheWhole() {
    assertEquals(
        List.of("cargo of salt and barrels for the fishery"),
        joined(
            page(line(0, 0, 0.7, "cargo of salt and barrels for the fishery")),
            page(line(0, 26, 0.99, "for the fishery"))));
  }

  @Test
  void rowThatTheFirstReadingPassedOverIsAddedAtItsPlace() {
    assertEquals(
        List.of("First the pilot came", "then the customs boat", "and last the doctor"),
        joined(
            page(line(0, 0, 0.9, "First the pilot came"), line(2, 0, 0.9, "and last the doctor")),
            page(line(1, 0, 0.9, "then the customs boat"))));
  }

  @Test
  void dirtIsNotAdded() {
    assertEquals(
        List.of("First the pilot came"),
        joined(
            page(line(0, 0, 0.9, "First the pilot came")),
            page(line(3, 0, 0.4, "ni tt 4e"), line(5, 0, 0.95, "x"))));
  }

  @Test
  void twoLinesOfTheSecondReadingMayStandForOneOfTheFirst() {
    assertEquals(
        List.of("CARGO", "nine bales of cork"),
        joined(
            page(line(0, 0, 0.5, "CAR60 n1ne ba1es of c0rk")),
            page(line(0, 0, 0.95, "CARGO"), line(0, 6, 0.95, "nine bales of cork"))));
  }

  @Test
  void pageIsDoubtfulByTheLettersOfAllItsWords() {
    String text = "Nobody on the quay knew what the ship had carried or from where it came";
    assertTrue(JoinedReadings.isDoubtful(page(line(0, 0, 0.8, text), line(1, 0, 0.8, text))));
    assertFalse(JoinedReadings.isDoubtful(page(line(0, 0, 0.95, text), line(1, 0, 0.8, text))));
    assertFalse(JoinedReadings.isDoubtful(page(line(0, 0, 0.3, "Too little to say"))));
  }
}
