package org.cotejo.search.iiif.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.cotejo.search.iiif.ColourPixels;
import org.cotejo.search.iiif.GrayPixels;
import org.cotejo.search.iiif.Pixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartMarkersTest {
  private static final long LIMIT = 1_000_000;

  /**
   * Sides of all kinds: whole units and not, one part in a row and many, a prime number of units.
   */
  @ParameterizedTest
  @CsvSource({
    "512, 512, 3, 8", "512, 512, 1, 16", "432, 300, 3, 27", "176, 40, 3, 11", "464, 64, 3, 29",
    "384, 17, 3, 8", "1, 1, 3, 1", "1, 1, 1, 1", "130, 33, 1, 17", "100, 250, 3, 7"
  })
  void markersChangeNoPixel(int width, int height, int bands, int interval) throws IOException {
    // Given
    byte[] file = JpegFiles.write(grain(width, height, bands), 85);
    // When
    byte[] marked = RestartMarkers.into(file);
    // Then: for the codec that is used here, and for another
    assertEquals(interval, JpegHeader.parse(marked).orElseThrow().interval());
    assertSamePixels(JpegFiles.read(file, LIMIT), JpegFiles.read(marked, LIMIT), 0, 0);
    var image = ImageIO.read(new ByteArrayInputStream(marked));
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
    assertTrue(marked.length < file.length * 1.1 + 20, "they are small");
    assertSame(marked, RestartMarkers.into(marked));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 1",
    "511, 511, 1, 1",
    "130, 20, 120, 10",
    "100, 100, 300, 300",
    "0, 500, 512, 12",
    "384, 0, 128, 512",
    "0, 0, 512, 16"
  })
  void aCutHasThePixelsOfTheWhole(int x, int y, int width, int height) {
    for (int bands : new int[] {1, 3}) {
      // Given
      byte[] marked = RestartMarkers.into(JpegFiles.write(grain(512, 512, bands), 85));
      // When
      JpegCut cut = JpegCut.of(marked, x, y, width, height);
      // Then: with the edges that a decoder smooths over left out
      Pixels part = JpegFiles.read(cut.file(), LIMIT);
      assertTrue(cut.x() <= x && cut.y() <= y);
      assertTrue(cut.x() + part.width() >= x + width && cut.y() + part.height() >= y + height);
      assertTrue(cut.file().length < marked.length, "less is decoded");
      if (bands == 1) {
        assertSamePixels(part, JpegFiles.read(marked, LIMIT), cut.x(), cut.y());
      } else {
        assertNear(part, JpegFiles.read(marked, LIMIT), cut.x(), cut.y());
      }
    }
  }

  @Test
  void whatHasNoMarkersOrIsNoBaselineFileStaysWhole() {
    byte[] file = JpegFiles.write(grain(200, 100, 3), 85);
    assertSame(file, JpegCut.of(file, 10, 10, 20, 20).file());
    byte[] marked = RestartMarkers.into(file);
    assertSame(marked, JpegCut.of(marked, 0, 0, 200, 100).file());
    byte[] progressive = file.clone();
    progressive[JpegHeader.parse(file).orElseThrow().frame() - 4] = (byte) 0xC2;
    assertSame(progressive, RestartMarkers.into(progressive));
    for (int length = 0; length < 700; length += 7) {
      byte[] cutOff = Arrays.copyOf(file, length);
      if (JpegHeader.parse(cutOff).isEmpty()) {
        assertArrayEquals(cutOff, RestartMarkers.into(cutOff));
      }
    }
  }

  private static Pixels grain(int width, int height, int bands) {
    Random random = new Random(3);
    byte[] samples = new byte[width * height];
    int[] words = new int[width * height];
    for (int pixel = 0; pixel < samples.length; pixel++) {
      int paper = 200 - pixel % width / 8 - (random.nextInt(9) == 0 ? 150 : 0);
      int value = Math.clamp(paper + random.nextInt(40), 0, 255);
      samples[pixel] = (byte) value;
      words[pixel] = ColourPixels.word(value, Math.max(0, value - 20), value / 2);
    }
    return bands == 1
        ? new GrayPixels(width, height, samples)
        : new ColourPixels(width, height, words);
  }

  private static void assertSamePixels(Pixels part, Pixels whole, int atX, int atY) {
    for (int y = 0; y < part.height(); y++) {
      for (int x = 0; x < part.width(); x++) {
        for (int band = 0; band < part.bands(); band++) {
          assertEquals(whole.sample(atX + x, atY + y, band), part.sample(x, y, band));
        }
      }
    }
  }

  /** Colours at half resolution are smoothed over the edges: one pixel there is not the same. */
  private static void assertNear(Pixels part, Pixels whole, int atX, int atY) {
    for (int y = 1; y < part.height() - 1; y++) {
      for (int x = 1; x < part.width() - 1; x++) {
        for (int band = 0; band < part.bands(); band++) {
          assertEquals(whole.sample(atX + x, atY + y, band), part.sample(x, y, band));
        }
      }
    }
  }
}
