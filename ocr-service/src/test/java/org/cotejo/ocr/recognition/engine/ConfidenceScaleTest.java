package org.cotejo.ocr.recognition.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfidenceScaleTest {
  @Test
  void moreIsNeverLess() {
    double before = -1;
    for (double percent = -1; percent <= 101; percent += 0.25) {
      double probability = ConfidenceScale.probability(percent);
      assertTrue(probability >= before && probability <= 1, percent + " gives " + probability);
      before = probability;
    }
  }

  @Test
  void saysHowManyWordsOfTheDevelopmentPagesWereRight() {
    assertEquals(0.80, ConfidenceScale.probability(90));
    assertEquals(0.89, ConfidenceScale.probability(92.5));
    assertEquals(0.99, ConfidenceScale.probability(100));
    assertEquals(0.22, ConfidenceScale.probability(0));
  }
}
