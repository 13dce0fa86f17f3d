package org.cotejo.ocr.recognition.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest {
  @ParameterizedTest
  @CsvSource({
    "600, 75, 2", // twice at most
    "1200, 150, 1.5",
    "1440, 300, 1.25",
    "1500, 300, 1",
    "2480, 300, 1",
    "3000, 400, 1", // a small page scanned finely
    "3300, 400, 0.5",
    "4960, 600, 0.3333"
  })
  void smallPagesAreEnlargedAndVeryFineOnesReduced(int widthPixels, int dpi, double factor) {
    assertEquals(factor, Preparation.factor(widthPixels, dpi), 0.0001);
  }
}
