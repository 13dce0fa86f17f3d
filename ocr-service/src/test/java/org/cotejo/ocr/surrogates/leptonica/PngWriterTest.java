package org.cotejo.ocr.surrogates.leptonica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bytedeco.leptonica.global.leptonica;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngWriterTest {
  private static final int WIDTH = 301;
  private static final int HEIGHT = 603;

  static {
    NativeLibraries.load();
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "10, 0", "5, 60", "10, 60", "5, 255", "10, 255"})
  void keepsEveryPixel(int type, int noise) throws IOException {
    // Given
    BufferedImage image = noisy(type, noise);

    // When
    byte[] png = written(image);

    // Then
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(WIDTH, read.getWidth());
    assertEquals(HEIGHT, read.getHeight());
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertEquals(image.getRGB(x, y), read.getRGB(x, y), "at " + x + ", " + y);
      }
    }
  }

  @Test
  void saysTheResolution() throws IOException {
    // Given
    byte[] png = written(noisy(BufferedImage.TYPE_BYTE_GRAY, 9));

    // When
    try (NativeImage read = NativeImage.ofPng(png)) {
      // Then
      assertEquals(300, leptonica.pixGetXRes(read.pix()));
      assertEquals(300, leptonica.pixGetYRes(read.pix()));
    }
  }

  @Test
  void packsEvenPaperBetterThanByFrequencies() {
    // Given
    BufferedImage even = noisy(BufferedImage.TYPE_BYTE_GRAY, 0);

    // When
    int bytes = written(even).length;

    // Then: packed by frequencies alone a pixel takes a bit at least
    assertTrue(bytes < WIDTH * HEIGHT / 8, () -> "bytes: " + bytes);
  }

  @Test
  void packsNoisyPaperBelowItsSamples() {
    // Given
    BufferedImage noisy = noisy(BufferedImage.TYPE_BYTE_GRAY, 16);

    // When
    int bytes = written(noisy).length;

    // Then: differences to the mean of two have about 4.6 bits
    assertTrue(bytes < 0.65 * WIDTH * HEIGHT, () -> "bytes: " + bytes);
  }

  private static byte[] written(BufferedImage image) {
    try (NativeImage held = NativeImage.of(image)) {
      leptonica.pixSetResolution(held.pix(), 300, 300);
      return held.png(1).content();
    }
  }

  /** Paper with noise of so many levels; types 5 (colours) and 10 (grey) of BufferedImage. */
  private static BufferedImage noisy(int type, int noise) {
    Random random = new Random(7);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
          // Unequal colours, so that they are not taken for grey.
          int paper = type == BufferedImage.TYPE_BYTE_GRAY ? 200 : 100 + 50 * band;
          int level = noise == 255 ? random.nextInt(256) : paper - random.nextInt(noise + 1);
          image.getRaster().setSample(x, y, band, level);
        }
      }
    }
    return image;
  }
}
