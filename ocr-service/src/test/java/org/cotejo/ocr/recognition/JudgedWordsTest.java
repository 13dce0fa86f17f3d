package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgedWordsTest {
  private static final Set<String> LEXICON = Set.of("harbour", "pilot", "house");

  private static Word word(String text, int x, double confidence) {
    return new Word(text, new Box(x, 200, 120, 36), confidence);
  }

  private static Word judged(Word word, Word other) {
    return JudgedWords.judged(page(word), page(other), LEXICON::contains)
        .getFirst()
        .lines()
        .getFirst()
        .words()
        .getFirst();
  }

  private static List<Block> page(Word word) {
    return List.of(new Block(List.of(new Line(List.of(word)))));
  }

  @Test
  void knownWordOfTheOtherReadingStandsInPlaceOfAnUnknownOne() {
    Word judged =
        judged(word("Harb0ur,", 100, 0.5).putRight("Harbonr,", 0.5), word("Harbour,", 104, 0.6));
    assertEquals("Harbour,", judged.text());
    assertEquals("Harb0ur,", judged.read());
    assertEquals(0.6, judged.confidence());
    assertEquals(100, judged.box().x());
  }

  @Test
  void sureWordStaysThoughTheLexiconDoesNotKnowIt() {
    assertEquals(
        "Lindqvist", judged(word("Lindqvist", 100, 0.95), word("harbour", 100, 0.97)).text());
  }

  @Test
  void knownWordStaysAndSoDoesOneWhoseRivalIsHardlyRead() {
    assertEquals("pilot", judged(word("pilot", 100, 0.5), word("house", 100, 0.9)).text());
    assertEquals("harbonr", judged(word("harbonr", 100, 0.5), word("harbour", 100, 0.25)).text());
  }

  @Test
  void wordsOfTwoLettersStay() {
    assertEquals("ab", judged(word("ab", 100, 0.5), word("harbour", 100, 0.9)).text());
  }

  @Test
  void wordElsewhereAndUnknownOneDoNotTakeThePlace() {
    assertEquals("harbonr", judged(word("harbonr", 100, 0.5), word("harbour", 240, 0.9)).text());
    assertEquals("harbonr", judged(word("harbonr", 100, 0.5), word("harbovr", 100, 0.9)).text());
  }

  @Test
  void figuresAreLeftAlone() {
    assertEquals("1O4", judged(word("1O4", 100, 0.5), word("house", 100, 0.9)).text());
  }
}
