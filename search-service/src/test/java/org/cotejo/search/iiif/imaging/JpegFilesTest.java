package org.cotejo.search.iiif.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.cotejo.search.iiif.ColourPixels;
import org.cotejo.search.iiif.GrayPixels;
import org.cotejo.search.iiif.Pixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegFilesTest {
  /** Levels by which a sample may differ after a file of quality 95. */
  private static final int NEAR = 6;

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 1, 3", "37, 21, 1", "37, 21, 3", "64, 64, 1", "130, 9, 3"})
  void readsWhatItWrote(int width, int height, int bands) {
    // Given: a slope, so that lines or channels in a wrong order are seen
    Pixels picture = slope(width, height, bands);
    // When
    Pixels read = JpegFiles.read(JpegFiles.write(picture, 95), (long) width * height);
    // Then
    assertEquals(width, read.width());
    assertEquals(height, read.height());
    assertEquals(bands, read.bands());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < bands; band++) {
          int difference = picture.sample(x, y, band) - read.sample(x, y, band);
          assertTrue(Math.abs(difference) <= NEAR, x + "," + y + " differs by " + difference);
        }
      }
    }
  }

  @Test
  void theLumaAloneIsThePictureInGray() {
    // Given
    Pixels picture = slope(100, 40, 3);
    byte[] file = JpegFiles.write(picture, 95);
    // When
    try (JpegPicture luma = JpegFiles.decode(file, 4000, true)) {
      // Then
      Pixels gray = Mosaic.all(luma);
      assertEquals(1, gray.bands());
      Pixels expected = picture.gray();
      for (int x = 0; x < 100; x++) {
        assertEquals(expected.sample(x, 20, 0), gray.sample(x, 20, 0), NEAR);
      }
    }
  }

  @Test
  void refusesWhatIsDamagedOrTooLargeAndKnowsItsOwn() {
    byte[] file = JpegFiles.write(slope(40, 30, 1), 80);
    assertTrue(JpegFiles.is(file));
    assertFalse(JpegFiles.is(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
    assertThrows(IllegalArgumentException.class, () -> JpegFiles.read(file, 40 * 30 - 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> JpegFiles.read(Arrays.copyOf(file, file.length / 2), 1_000_000));
    assertThrows(
        IllegalArgumentException.class, () -> JpegFiles.read(Arrays.copyOf(file, 3), 1_000_000));
  }

  private static Pixels slope(int width, int height, int bands) {
    byte[] samples = new byte[width * height];
    int[] words = new int[width * height];
    for (int pixel = 0; pixel < samples.length; pixel++) {
      int value = 40 + (pixel % width) + 2 * (pixel / width);
      samples[pixel] = (byte) value;
      words[pixel] = ColourPixels.word(value & 255, (value + 30) & 255, (value + 60) & 255);
    }
    return bands == 1
        ? new GrayPixels(width, height, samples)
        : new ColourPixels(width, height, words);
  }
}
