package org.cotejo.ocr.recognition.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Word;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static Line line(Object... wordsAndConfidences) {
    List<Word> words = new ArrayList<>();
    for (int at = 0; at < wordsAndConfidences.length; at += 2) {
      words.add(
          new Word(
              (String) wordsAndConfidences[at],
              new Box(50 * at, 10, 40, 20),
              (Double) wordsAndConfidences[at + 1]));
    }
    return new Line(words);
  }

  @Test
  void countsWordsRightByTenthOfConfidence() {
    // When
    Reliability page =
        Reliability.of(
            "the ferry left at noon\nnobody waved",
            List.of(
                line("the", 0.95, "ferny", 0.95, "left", 0.91, "at", 0.34, "noon", 1.0),
                line("nobody", 0.35, "waved", 0.92)));
    // Then
    assertEquals(
        new Reliability.Tenth(5, 4, 0.95 + 0.95 + 0.91 + 1.0 + 0.92), page.tenths().get(9));
    assertEquals(new Reliability.Tenth(2, 2, 0.34 + 0.35), page.tenths().get(3));
  }

  @Test
  void wordReadTwiceIsWrongOnce() {
    Reliability page =
        Reliability.of(
            "so far so good", List.of(line("so", 0.5, "so", 0.5, "far", 0.5, "good", 0.5)));
    assertEquals(new Reliability.Tenth(4, 3, 2.0), page.tenths().get(5));
  }

  @Test
  void linesWithoutTruthAreNotCounted() {
    assertEquals(
        Reliability.NONE,
        Reliability.of("the ferry left at noon", List.of(line("RECEIVED", 0.9, "4711", 0.8))));
  }

  @Test
  void errorIsTheDistanceOfConfidenceAndShareRight() {
    // Given: of four words of 0.75 each two are right
    Reliability page =
        Reliability.of(
            "one two three four",
            List.of(line("one", 0.75, "two", 0.75, "thrce", 0.75, "fovr", 0.75)));
    // Then
    assertEquals(0.25, page.error(), 1e-9);
  }
}
