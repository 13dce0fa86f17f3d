package org.cotejo.search.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private static Passage passage(Passage.Role role, double confidence) {
    return new Passage(
        "s1",
        role,
        "es",
        "E1 eonsnl, dijo",
        List.of("s1"),
        List.of(
            new Passage.PlacedWord(0, 2, List.of(), 0.95),
            new Passage.PlacedWord(3, 10, List.of(), confidence),
            new Passage.PlacedWord(11, 15, List.of(), 0.95)),
        List.of(),
        List.of());
  }

  @Test
  void allWordsOfABadlyReadPassageHaveAShape() {
    Readings readings = Readings.of(passage(Passage.Role.ORIGINAL, 0.4));
    assertEquals("d eonsni dijo", readings.shapes());
  }

  @Test
  void onlyUncertainWordsGiveTheirLetters() {
    Readings readings = Readings.of(passage(Passage.Role.ORIGINAL, 0.4));
    assertTrue(readings.letters().contains("ons"));
    assertFalse(readings.letters().contains("dij"));
  }

  @Test
  void aPassageThatWasReadWellHasNone() {
    assertEquals("", Readings.of(passage(Passage.Role.ORIGINAL, 0.9)).shapes());
    assertEquals("", Readings.of(passage(Passage.Role.TRANSLATION, 0.4)).shapes());
  }
}
