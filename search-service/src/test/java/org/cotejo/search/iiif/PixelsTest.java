package org.cotejo.search.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelsTest {
  private static final int WIDTH = 61;
  private static final int HEIGHT = 47;

  /** Levels by which whole numbers in two steps may differ from the exact mean. */
  private static final double ROUNDING = 1.1;

  @ParameterizedTest
  @CsvSource({"40, 31", "60, 46", "31, 24", "7, 47", "61, 5", "1, 1", "13, 9", "2, 40"})
  void smallerPixelsAreTheMeansOfTheAreaThatTheyCover(int width, int height) {
    for (Pixels picture : new Pixels[] {grain(3), grain(1)}) {
      // When
      Pixels scaled = picture.scaled(width, height);
      // Then
      assertEquals(width, scaled.width());
      assertEquals(height, scaled.height());
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (int band = 0; band < picture.bands(); band++) {
            double exact = mean(picture, x, y, width, height, band);
            assertEquals(exact, scaled.sample(x, y, band), ROUNDING, x + "," + y + "," + band);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {62, 100, 122, 500})
  void largerPixelsLieBetweenTheirNeighbours(int width) {
    // Given: a slope from left to right
    int[] words = new int[WIDTH];
    for (int x = 0; x < WIDTH; x++) {
      words[x] = ColourPixels.word(4 * x, 255 - 4 * x, 100);
    }
    // When
    Pixels scaled = new ColourPixels(WIDTH, 1, words).scaled(width, 3);
    // Then
    for (int x = 0; x < width; x++) {
      double place = Math.clamp((x + 0.5) * WIDTH / width - 0.5, 0, WIDTH - 1.0);
      assertEquals(4 * place, scaled.sample(x, 1, 0), ROUNDING);
      assertEquals(255 - 4 * place, scaled.sample(x, 2, 1), ROUNDING);
      assertEquals(100, scaled.sample(x, 0, 2));
    }
  }

  @Test
  void sharesMakeAWholeInEverySizeSoThatWhiteStaysWhite() {
    for (int side = 1; side < 130; side++) {
      Scaling scaling = Scaling.of(64, side);
      for (int index = 0; index < side; index++) {
        int sum = 0;
        for (int tap = 0; tap < scaling.taps(); tap++) {
          int weight = scaling.weight()[index * scaling.taps() + tap];
          assertTrue(weight >= 0, "a weight is never negative");
          sum += weight;
        }
        assertEquals(Scaling.WHOLE, sum);
        assertTrue(scaling.first()[index] >= 0);
        assertTrue(scaling.first()[index] + scaling.taps() <= 64);
      }
    }
  }

  @Test
  void halvesAreMeansOfFourAndKeepAnOddEdge() {
    for (Pixels picture : new Pixels[] {grain(3), grain(1)}) {
      Pixels half = picture.halved();
      assertEquals(31, half.width());
      assertEquals(24, half.height());
      for (int band = 0; band < picture.bands(); band++) {
        int sum =
            picture.sample(10, 20, band)
                + picture.sample(11, 20, band)
                + picture.sample(10, 21, band)
                + picture.sample(11, 21, band);
        assertEquals((sum + 2) / 4, half.sample(5, 10, band));
        int edge = picture.sample(60, 20, band) + picture.sample(60, 21, band);
        assertEquals((edge + 1) / 2, half.sample(30, 10, band));
        assertEquals(picture.sample(60, 46, band), half.sample(30, 23, band));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void turnsAndMirrorsMoveEveryPixelToItsPlace(int quarters) {
    for (Pixels picture : new Pixels[] {grain(3), grain(1)}) {
      Pixels turned = picture.turned(quarters);
      Pixels mirrored = picture.mirrored();
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          int expected = picture.sample(x, y, 0);
          int found =
              switch (quarters) {
                case 0 -> turned.sample(x, y, 0);
                case 1 -> turned.sample(HEIGHT - 1 - y, x, 0);
                case 2 -> turned.sample(WIDTH - 1 - x, HEIGHT - 1 - y, 0);
                default -> turned.sample(y, WIDTH - 1 - x, 0);
              };
          assertEquals(expected, found);
          assertEquals(expected, mirrored.sample(WIDTH - 1 - x, y, 0));
        }
      }
    }
  }

  @Test
  void grayIsLumaAndBitonalItsHalves() {
    Pixels picture = grain(3);
    GrayPixels gray = picture.gray();
    GrayPixels bitonal = gray.bitonal();
    for (int x = 0; x < WIDTH; x++) {
      double luma =
          0.299 * picture.sample(x, 3, 0)
              + 0.587 * picture.sample(x, 3, 1)
              + 0.114 * picture.sample(x, 3, 2);
      assertEquals(luma, gray.sample(x, 3, 0), 0.51);
      assertEquals(gray.sample(x, 3, 0) < 128 ? 0 : 255, bitonal.sample(x, 3, 0));
    }
  }

  @Test
  void cutsAreWhereTheyWereAskedFor() {
    for (Pixels picture : new Pixels[] {grain(3), grain(1)}) {
      Pixels cut = picture.cut(11, 7, 20, 30);
      assertEquals(20, cut.width());
      assertEquals(30, cut.height());
      assertEquals(picture.sample(11, 7, 0), cut.sample(0, 0, 0));
      assertEquals(picture.sample(30, 36, 0), cut.sample(19, 29, 0));
    }
  }

  @Test
  void pixelsThatDoNotFillAPictureAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new GrayPixels(2, 2, new byte[3]));
    assertThrows(IllegalArgumentException.class, () -> new ColourPixels(0, 2, new int[0]));
  }

  /** Noise: no two neighbours are alike. */
  private static Pixels grain(int bands) {
    Random random = new Random(7);
    byte[] samples = new byte[WIDTH * HEIGHT];
    random.nextBytes(samples);
    if (bands == 1) {
      return new GrayPixels(WIDTH, HEIGHT, samples);
    }
    int[] words = new int[WIDTH * HEIGHT];
    Arrays.setAll(
        words,
        _ -> ColourPixels.word(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
    return new ColourPixels(WIDTH, HEIGHT, words);
  }

  /** The mean of the area that a pixel covers. */
  private static double mean(Pixels picture, int x, int y, int width, int height, int band) {
    double stepX = (double) picture.width() / width;
    double stepY = (double) picture.height() / height;
    double sum = 0;
    for (int fromY = 0; fromY < picture.height(); fromY++) {
      for (int fromX = 0; fromX < picture.width(); fromX++) {
        double area = overlap(x, stepX, fromX) * overlap(y, stepY, fromY);
        sum += area * picture.sample(fromX, fromY, band);
      }
    }
    return sum / (stepX * stepY);
  }

  private static double overlap(int index, double step, int sample) {
    return Math.max(0, Math.min((index + 1) * step, sample + 1.0) - Math.max(index * step, sample));
  }
}
