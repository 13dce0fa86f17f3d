package org.cotejo.translation.collation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarksTest {
  @Test
  void countsKindsOfMarksThatTheOtherSideHasNoRoomFor() {
    assertEquals(1, Marks.without("Who came?", "He slept.", "Dormía."));
    assertEquals(-1, Marks.without("Who came?", "He slept.", "Dormía. ¿Quién vino?"));
    assertEquals(1, Marks.without("Who came?", "And why?", "¿Y por qué?".replace("¿", "")));
    assertEquals(0, Marks.without("Nobody came.", "He slept.", "Dormía."));
    assertEquals(2, Marks.without("Who (of 12)?", "", "Nada."));
  }
}
