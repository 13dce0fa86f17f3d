package org.cotejo.ocr.recognition.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void nothingIsWrongWhenReadAsWritten() {
    Figures figures = Figures.of("El puente\nsobre el río", "El puente\nsobre el río");

    assertEquals(new Errors(0, 22), figures.strict());
    assertEquals(new Errors(0, 22), figures.folded());
    assertEquals(new Errors(0, 5), figures.words());
    assertEquals(new Errors(0, 21), figures.lines());
  }

  @Test
  void quotesAndDashesCountInStrictOnly() {
    Figures figures = Figures.of("«Ya voy» — dijo…", "\"Ya voy\" - dijo...");

    // Three signs are others, and one sign became three.
    assertEquals(new Errors(6, 16), figures.strict());
    assertEquals(new Errors(0, 18), figures.folded());
  }

  @Test
  void decomposedAccentsAndTranscribersMarksAreNoErrors() {
    Figures figures = Figures.of("_Señor ~~~ _mío", "Sen\u0303or  mi\u0301o");

    assertEquals(new Errors(0, 9), figures.strict());
    assertEquals(new Errors(0, 2), figures.words());
  }

  @Test
  void countsWordsReadWrongLostAndAdded() {
    Figures figures = Figures.of("one two three four", "one tvvo four five");

    assertEquals(new Errors(3, 4), figures.words());
  }

  @Test
  void orderAndExtraLinesAreNotChargedWhereLinesAreMatched() {
    String truth = "The harbour was closed\nfor the winter months";
    Figures figures =
        Figures.of(truth, "PORT AUTHORITY 7\nfor the winter manths\nThe harbour was closed");

    assertEquals(new Errors(1, 43), figures.lines());
    assertTrue(figures.folded().edits() > 20);
  }

  @Test
  void aLineThatNothingFitsIsWhollyWrong() {
    Figures figures = Figures.of("The harbour was closed\nabc", "The harbour was closed\nxyz");

    assertEquals(new Errors(3, 25), figures.lines());
  }

  @Test
  void sumsOverPagesWeighLongPagesMore() {
    Figures sum = Figures.of("aaaaaaaaa", "aaaaaaaaa").plus(Figures.of("b", "c"));

    assertEquals(10.0, sum.strict().percent());
  }
}
