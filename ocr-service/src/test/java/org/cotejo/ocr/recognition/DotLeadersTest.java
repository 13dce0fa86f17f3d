package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotLeadersTest {
  private static final int WIDTH = 120;
  private static final int WORD_HEIGHT = 36;
  private static final int HEIGHT = WORD_HEIGHT * 5 / 4;

  /** A patch with ink in these rectangles. */
  private static FlatInk ink(Box... rectangles) {
    BitSet dark = new BitSet(WIDTH * HEIGHT);
    for (Box box : rectangles) {
      for (int y = box.y(); y < box.bottom(); y++) {
        dark.set(y * WIDTH + box.x(), y * WIDTH + box.right());
      }
    }
    return FlatInk.allLike(new InkPatch(WIDTH, HEIGHT, dark));
  }

  private static Box dot(int x) {
    return new Box(x, 28, 6, 6);
  }

  private static String read(FlatInk ink, String text, double confidence) {
    Word word = new Word(text, new Box(400, 500, WIDTH, WORD_HEIGHT), confidence);
    List<Block> page = List.of(new Block(List.of(new Line(List.of(word)))));
    return DotLeaders.dotted(page, ink).getFirst().lines().getFirst().text();
  }

  @Test
  void doubtfulWordOfDotsAloneIsDots() {
    assertEquals(".....", read(ink(dot(4), dot(24), dot(44), dot(64), dot(84)), "0o.0«", 0.5));
  }

  @Test
  void specksBetweenTheDotsCountForNothing() {
    assertEquals(
        "....", read(ink(dot(4), dot(24), new Box(36, 10, 2, 2), dot(44), dot(64)), "8»o.", 0.5));
  }

  @Test
  void whatWasReadSurelyStays() {
    assertEquals("0000", read(ink(dot(4), dot(24), dot(44), dot(64)), "0000", 0.97));
  }

  @Test
  void lettersAmongTheDotsKeepTheWord() {
    assertEquals(
        "..l..", read(ink(dot(4), dot(24), new Box(44, 4, 5, 30), dot(64), dot(84)), "..l..", 0.5));
  }

  @Test
  void dotsAboveEachOtherAndDashesAreNoLeader() {
    assertEquals(
        ":.:", read(ink(dot(4), new Box(4, 10, 6, 6), dot(30), new Box(30, 10, 6, 6)), ":.:", 0.5));
    assertEquals(
        "-_-",
        read(
            ink(new Box(4, 28, 16, 5), new Box(34, 28, 16, 5), new Box(64, 28, 16, 5)),
            "-_-",
            0.5));
  }

  @Test
  void twoDotsAreTooFew() {
    assertEquals("»«", read(ink(dot(4), dot(40)), "»«", 0.5));
  }

  @Test
  void smearedDotsInRowOfDotsAreDots() {
    FlatInk smeared = ink(new Box(4, 27, 50, 8), new Box(80, 28, 6, 6));
    assertEquals(".... ..... ......", row(smeared, "oo,so", 0.3));
  }

  @Test
  void wordInRowOfDotsStaysWhenItIsSureOrHasLetters() {
    FlatInk smeared = ink(new Box(4, 27, 50, 8), new Box(80, 28, 6, 6));
    assertEquals(".... oo,so ......", row(smeared, "oo,so", 0.7));
    FlatInk letters = ink(new Box(4, 12, 20, 22), new Box(80, 28, 6, 6));
    assertEquals(".... oo,so ......", row(letters, "oo,so", 0.3));
  }

  private static String row(FlatInk ink, String middle, double confidence) {
    List<Word> words =
        List.of(
            new Word("....", new Box(100, 500, 96, WORD_HEIGHT), 0.95),
            new Word(middle, new Box(220, 500, WIDTH, WORD_HEIGHT), confidence),
            new Word("......", new Box(370, 500, 144, WORD_HEIGHT), 0.95));
    List<Block> page = List.of(new Block(List.of(new Line(words))));
    return DotLeaders.dotted(page, ink).getFirst().lines().getFirst().text();
  }
}
