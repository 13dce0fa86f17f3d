package org.cotejo.translation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphenationTest {
  private final Hyphenation hyphenation =
      new Hyphenation(
          WordForms.ofText(
              "x the vice-president came with und ohne the Austro-Hungarian y otra cooperation x"));

  @ParameterizedTest
  @CsvSource({
    "nin-, guna, ninguna",
    "vice-, president, vice-president",
    "coope-, ration, cooperation",
    "Austro-, Hungarian, Austro-Hungarian",
    "Ein-, und, ''",
    "Castro-, Kennedy, ''",
    "1939-, 1945, ''",
    "llegó--, pero, ''",
    "casa, grande, ''",
    "MINIS-, TERIO, MINISTERIO",
    "pro\u00ac, vincia, provincia",
    "-, nada, ''"
  })
  void joinsOnlyWhatWasDivided(String head, String tail, String expected) {
    assertEquals(expected, hyphenation.joined(head, tail).orElse(""));
  }
}
