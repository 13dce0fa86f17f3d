package org.cotejo.ocr.recognition.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.cotejo.ocr.Pages;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;
import org.cotejo.ocr.surrogates.leptonica.NativeLibraries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperNoiseTest {
  @BeforeAll
  static void load() {
    NativeLibraries.load();
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 6, 12})
  void findsTheDeviationOfTheGrainBehindTheText(double deviation) {
    BufferedImage page = Pages.noisy(Pages.faded(Pages.image(Pages.SPANISH)), deviation);
    assertEquals(deviation, noise(page), 0.12 * deviation);
  }

  @Test
  void cleanPageHasNone() {
    assertTrue(noise(Pages.grey(Pages.image(Pages.SPANISH))) < 0.5);
  }

  @Test
  void scrapWithoutATileHasNone() {
    assertEquals(0, noise(new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY)));
  }

  private static double noise(BufferedImage page) {
    try (NativeImage grey = NativeImage.of(page)) {
      return PaperNoise.of(grey);
    }
  }
}
