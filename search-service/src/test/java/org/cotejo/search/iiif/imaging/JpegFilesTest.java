package org.cotejo.search.iiif.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
    for (int index = 0; index < picture.samples().length; index++) {
      int difference = (picture.samples()[index] & 0xFF) - (read.samples()[index] & 0xFF);
      assertTrue(Math.abs(difference) <= NEAR, "sample " + index + " differs by " + difference);
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
    byte[] samples = Pixels.room(width, height, bands);
    for (int index = 0; index < samples.length; index++) {
      int pixel = index / bands;
      samples[index] = (byte) (40 + (pixel % width) + 2 * (pixel / width) + 30 * (index % bands));
    }
    return new Pixels(width, height, bands, samples);
  }
}
