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
  void blankPaperHasNoInk() {
    assertEquals(0, GreyInk.threshold(new int[] {200, 200, 200}));
  }
}
