package org.cotejo.ocr.recognition.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.InkPatch;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;
import org.cotejo.ocr.surrogates.leptonica.NativeLibraries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreyInkTest {
  @BeforeAll
  static void start() {
    NativeLibraries.load();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void findsDarkInkOnGreyPaperWithRoomBelow(int factor) {
    // Given: paper of 200, a mark of 60 inside the word's box and one in the room below
    BufferedImage page = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(new Color(200, 200, 200));
    graphics.fillRect(0, 0, 60, 80);
    graphics.setColor(new Color(60, 60, 60));
    graphics.fillRect(14, 16, 4, 6);
    graphics.fillRect(22, 42, 4, 2);
    graphics.dispose();
    // When
    InkPatch patch;
    try (NativeImage grey = NativeImage.of(page)) {
      patch =
          new GreyInk(grey, factor).of(new Box(10 / factor, 10 / factor, 30 / factor, 30 / factor));
    }
    // Then
    assertEquals(30, patch.widthPixels());
    assertEquals(
        List.of(
            new InkPatch.Piece(new Box(4, 6, 4, 6), 24),
            new InkPatch.Piece(new Box(12, 32, 4, 2), 8)),
        patch.pieces());
  }

  @Test
  void judgesAPlaceByTheInkOfTheWordBesideIt() {
    // Given: paper of 180 with a shade of 170, a letter of 60 and a fainter one of 80
    BufferedImage page = new BufferedImage(80, 40, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(new Color(180, 180, 180));
    graphics.fillRect(0, 0, 80, 40);
    graphics.setColor(new Color(170, 170, 170));
    graphics.fillRect(30, 0, 20, 40);
    graphics.setColor(new Color(60, 60, 60));
    graphics.fillRect(10, 10, 6, 20);
    graphics.setColor(new Color(80, 80, 80));
    graphics.fillRect(60, 10, 10, 20);
    graphics.dispose();
    Box word = new Box(5, 5, 16, 30);
    // When and then
    try (NativeImage grey = NativeImage.of(page)) {
      GreyInk ink = new GreyInk(grey, 1);
      assertEquals(0, ink.inked(new Box(30, 10, 20, 20), word));
      assertEquals(0.5, ink.inked(new Box(60, 10, 20, 20), word), 0.05);
    }
  }

  @Test
  void samplesOfAPlaceAreThoseOfItsRows() {
    // Given
    BufferedImage page = new BufferedImage(23, 9, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 23; x++) {
        page.getRaster().setSample(x, y, 0, 23 * y + x);
      }
    }
    try (NativeImage grey = NativeImage.of(page)) {
      for (int left = 0; left < 8; left++) {
        // When
        int[] samples = grey.greySamples(left, 3, 23 - 2 * left, 2);
        // Then
        int width = 23 - 2 * left;
        for (int at = 0; at < samples.length; at++) {
          assertEquals(23 * (3 + at / width) + left + at % width, samples[at]);
        }
      }
    }
  }

  @Test
  void blankPaperHasNoInk() {
    assertEquals(0, GreyInk.threshold(new int[] {200, 200, 200}));
  }
}
