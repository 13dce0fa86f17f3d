package org.cotejo.ocr.surrogates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishingTest {
  /** On a page of 200 by 300 pixels a mark of 20 by 10 stands at 30, 40. */
  @ParameterizedTest
  @CsvSource({
    "0, 200, 300, 30, 40, 20, 10",
    "1, 300, 200, 250, 30, 10, 20",
    "2, 200, 300, 150, 250, 20, 10",
    "3, 300, 200, 40, 150, 10, 20"
  })
  void marksGoWithTheTurnedPage(
      int turns, int width, int height, double x, double y, double wide, double high) {
    // When
    Rectangle2D place =
        Finishing.of(200, 300, finished(width, height, turns, 0))
            .place(new Rectangle2D.Double(30, 40, 20, 10));
    // Then
    assertEquals(x, place.getX(), 1e-6);
    assertEquals(y, place.getY(), 1e-6);
    assertEquals(wide, place.getWidth(), 1e-6);
    assertEquals(high, place.getHeight(), 1e-6);
  }

  @Test
  void middleStaysInTheMiddleOfThePageMadeLevel() {
    // When
    Rectangle2D place =
        Finishing.of(200, 300, finished(226, 317, 0, 5))
            .place(new Rectangle2D.Double(99, 149, 2, 2));
    // Then
    assertEquals(113, place.getCenterX(), 1e-6);
    assertEquals(158.5, place.getCenterY(), 1e-6);
    assertTrue(place.getWidth() > 2 && place.getWidth() < 2.3);
  }

  @Test
  void rightEdgeGoesDownWhenThePageIsRotatedClockwise() {
    Rectangle2D place =
        Finishing.of(200, 300, finished(226, 317, 0, 5))
            .place(new Rectangle2D.Double(190, 149, 2, 2));
    assertTrue(place.getCenterY() > 158.5 + 7, place.toString());
  }

  @Test
  void nothingStandsOutsideThePage() {
    Rectangle2D place =
        Finishing.of(200, 300, finished(200, 300, 0, 0))
            .place(new Rectangle2D.Double(190, 290, 40, 40));
    assertEquals(new Rectangle2D.Double(190, 290, 10, 10), place);
  }

  private static FinishedPage finished(int width, int height, int turns, double skew) {
    FinishedPage.EncodedImage image = new FinishedPage.EncodedImage(new byte[] {1}, width, height);
    return new FinishedPage(image, image, image, 300, turns, skew);
  }
}
