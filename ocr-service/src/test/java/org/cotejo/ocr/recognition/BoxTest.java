package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxTest {
  @Test
  void surroundsBoxes() {
    assertEquals(
        new Box(10, 5, 40, 45),
        Box.around(List.of(new Box(10, 20, 5, 30), new Box(30, 5, 20, 10))));
  }

  @Test
  void comesBackFromEnlargedPageWithoutLosingPixels() {
    assertEquals(new Box(3, 6, 4, 4), new Box(10, 20, 10, 10).reducedBy(3, 100, 100));
  }

  @Test
  void staysOnThePage() {
    assertEquals(new Box(99, 99, 1, 1), new Box(300, 300, 10, 10).reducedBy(3, 100, 100));
  }

  @Test
  void refusesWhatIsNoBox() {
    assertThrows(IllegalArgumentException.class, () -> new Box(-1, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Box(0, 0, 0, 1));
  }
}
