package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceStopsTest {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 40;
  private static final int BASE_LINE = 30;

  /** Three letters of 18 pixels on the base line and a mark after them. */
  private static InkPatch patch(int markTop, int markWidth, int markHeight) {
    return new InkPatch(WIDTH, HEIGHT, ink(markTop, markWidth, markHeight));
  }

  private static BitSet ink(int markTop, int markWidth, int markHeight) {
    BitSet dark = new BitSet();
    for (int letter = 0; letter < 3; letter++) {
      fill(dark, 5 + 20 * letter, BASE_LINE - 18, 12, 18);
    }
    fill(dark, 70, markTop, markWidth, markHeight);
    return dark;
  }

  private static void fill(BitSet dark, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      dark.set(y * WIDTH + left, y * WIDTH + left + width);
    }
  }

  @Test
  void dotOnTheBaseLineEndsASentence() {
    List<Block> judged =
        SentenceStops.judged(page("puerto,", "Llegamos"), FlatInk.allLike(patch(25, 5, 5)));
    assertEquals("puerto. Llegamos", text(judged));
  }

  @Test
  void dotStruckALittleLowEndsASentence() {
    List<Block> judged =
        SentenceStops.judged(page("puerto,", "Llegamos"), FlatInk.allLike(patch(28, 5, 5)));
    assertEquals("puerto. Llegamos", text(judged));
  }

  @ParameterizedTest
  @ValueSource(strings = {"¿Quién", "\"Santa", "(Véase", "Él"})
  void capitalMayFollowAnOpeningMark(String next) {
    List<Block> judged =
        SentenceStops.judged(page("puerto,", next), FlatInk.allLike(patch(25, 5, 5)));
    assertEquals("puerto. " + next, text(judged));
  }

  @Test
  void commaKeepsItsTail() {
    List<Block> page = page("Duarte,", "Anselmo");
    assertEquals(page, SentenceStops.judged(page, FlatInk.allLike(patch(26, 6, 10))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nos", "1932", "—"})
  void commaStaysWhereTheSentenceGoesOn(String next) {
    List<Block> page = page("puerto,", next);
    assertEquals(page, SentenceStops.judged(page, FlatInk.allLike(patch(25, 5, 5))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"84,", "A,", "puerto;", "puerto"})
  void onlyCommasAfterWordsAreJudged(String text) {
    List<Block> page = page(text, "Llegamos");
    assertEquals(page, SentenceStops.judged(page, FlatInk.allLike(patch(25, 5, 5))));
  }

  @Test
  void lastWordOfThePageStays() {
    List<Block> page = page("ayer", "puerto,");
    assertEquals(page, SentenceStops.judged(page, FlatInk.allLike(patch(25, 5, 5))));
  }

  @ParameterizedTest
  @ValueSource(strings = {",,,", ",.,", "..,", ".,.,"})
  void runOfMarksIsDots(String marks) {
    List<Block> judged =
        SentenceStops.judged(page("adios" + marks, "nos"), FlatInk.allLike(patch(26, 6, 10)));
    assertEquals("adios" + ".".repeat(marks.length()) + " nos", text(judged));
  }

  @Test
  void placeConfidenceAndReadingStay() {
    Word before = page("puerto,", "Llegamos").getFirst().lines().getFirst().words().getFirst();
    Word after =
        SentenceStops.judged(page("puerto,", "Llegamos"), FlatInk.allLike(patch(25, 5, 5)))
            .getFirst()
            .lines()
            .getFirst()
            .words()
            .getFirst();
    assertEquals(new Word("puerto.", before.box(), before.confidence(), "puerto,"), after);
  }

  @Test
  void dirtBesideTheMarkLeavesTheReading() {
    BitSet dark = ink(25, 5, 5);
    fill(dark, 80, 18, 4, 4);
    assertFalse(SentenceStops.endsWithDot(new InkPatch(WIDTH, HEIGHT, dark)));
  }

  @Test
  void dustDoesNot() {
    BitSet dark = ink(25, 5, 5);
    fill(dark, 80, 18, 2, 2);
    assertTrue(SentenceStops.endsWithDot(new InkPatch(WIDTH, HEIGHT, dark)));
  }

  @Test
  void dotHighAboveTheBaseLineIsNoStop() {
    assertFalse(SentenceStops.endsWithDot(patch(14, 5, 5)));
  }

  @Test
  void dashIsNoStop() {
    assertFalse(SentenceStops.endsWithDot(patch(26, 10, 3)));
  }

  @Test
  void markTouchingALetterIsNotJudged() {
    BitSet dark = ink(25, 5, 5);
    fill(dark, 55, 28, 16, 2);
    assertFalse(SentenceStops.endsWithDot(new InkPatch(WIDTH, HEIGHT, dark)));
  }

  @Test
  void emptyPaperIsNoStop() {
    assertFalse(SentenceStops.endsWithDot(new InkPatch(WIDTH, HEIGHT, new BitSet())));
  }

  @Test
  void piecesHangTogetherOverCorners() {
    // Given
    BitSet dark = new BitSet();
    fill(dark, 3, 3, 2, 2);
    fill(dark, 5, 5, 2, 2);
    fill(dark, 20, 5, 1, 1);
    // When
    List<InkPatch.Piece> pieces = new InkPatch(WIDTH, HEIGHT, dark).pieces();
    // Then
    assertEquals(
        List.of(
            new InkPatch.Piece(new Box(3, 3, 4, 4), 8),
            new InkPatch.Piece(new Box(20, 5, 1, 1), 1)),
        pieces);
  }

  private static List<Block> page(String first, String second) {
    Word end = new Word(first, new Box(10, 10, 80, 30), 0.9);
    Word start = new Word(second, new Box(10, 60, 80, 30), 0.8);
    return List.of(
        new Block(List.of(new Line(List.of(end)))), new Block(List.of(new Line(List.of(start)))));
  }

  private static String text(List<Block> blocks) {
    return blocks.getFirst().lines().getFirst().text()
        + " "
        + blocks.getLast().lines().getFirst().text();
  }
}
