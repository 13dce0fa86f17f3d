package org.cotejo.ocr.surrogates.imageio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PixelFormsTest {
  @Test
  void putsTransparentColoursOnWhite() {
    // Given
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_4BYTE_ABGR);
    image.setRGB(0, 0, new Color(10, 20, 30, 255).getRGB());
    image.setRGB(1, 0, new Color(10, 20, 30, 0).getRGB());
    image.setRGB(2, 0, new Color(55, 155, 255, 51).getRGB());

    // When
    BufferedImage plain = PixelForms.plain(image);

    // Then
    assertEquals(BufferedImage.TYPE_3BYTE_BGR, plain.getType());
    assertEquals(new Color(10, 20, 30), new Color(plain.getRGB(0, 0)));
    assertEquals(Color.WHITE, new Color(plain.getRGB(1, 0)));
    assertEquals(new Color(215, 235, 255), new Color(plain.getRGB(2, 0)));
  }
}
