package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterShapesTest {
  @ParameterizedTest
  @CsvSource({
    "aeródromos, aer0drornos",
    "hotel, liotel",
    "carta, earta",
    "cliente, diente",
    "militar, rnl1itar",
    "Quinta, Guinta",
    "consul, eonsnl"
  })
  void readingsOfOneRowOfMarksHaveOneShape(String word, String read) {
    assertEquals(LetterShapes.of(word), LetterShapes.of(read));
  }

  @ParameterizedTest
  @CsvSource({"casa, cosa", "barco, marco", "venta, ventana"})
  void wordsThatLookOtherwiseHaveOtherShapes(String one, String other) {
    assertNotEquals(LetterShapes.of(one), LetterShapes.of(other));
  }

  @Test
  void marksOfPunctuationAreNoPartOfAWord() {
    String text = "(El eonsnl, dijo.)";
    assertEquals(
        List.of("eonsnl"),
        LetterShapes.like(text, "cónsul").stream()
            .map(range -> text.substring(range.start(), range.end()))
            .toList());
    assertEquals(LetterShapes.of("retirada"), LetterShapes.of("ret.irada"));
  }

  @Test
  void wordsOfAPhraseStandOneBehindTheOther() {
    assertEquals(2, LetterShapes.like("del eonsnl brasi1eño", "consul brasileño").size());
    assertTrue(LetterShapes.like("eonsnl del brasi1eño", "consul brasileño").isEmpty());
  }

  @Test
  void sixOfTenThreesOfLettersAreEnough() {
    assertEquals(Set.of("_so", "sor", "ori", "ri_"), LetterShapes.grams("sori"));
    assertEquals(3, LetterShapes.least(4));
    assertEquals(6, LetterShapes.least(10));
    assertEquals(1, LetterShapes.near("en Brauvalonda hoy", "Granvalonda").size());
    assertTrue(LetterShapes.near("en Barcelona hoy", "Granvalonda").isEmpty());
  }
}
