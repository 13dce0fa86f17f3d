package org.cotejo.search.iiif.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.search.iiif.ColourPixels;
import org.cotejo.search.iiif.ImageApi;
import org.cotejo.search.iiif.ImageCut;
import org.cotejo.search.iiif.ImageLimits;
import org.cotejo.search.iiif.ImageRequest;
import org.cotejo.search.iiif.Pixels;
import org.cotejo.search.iiif.TileGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PyramidTest {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 205;
  private static final int TILE = 64;
  private static final ImageLimits LIMITS = new ImageLimits(4000, 4000, 16_000_000);
  private static final float QUALITY = 0.95f;

  @Test
  void everyTileOfTheGridIsAnsweredAsItIs() {
    // Given
    Pyramid pyramid = pyramid();
    TileGrid grid = pyramid.grid();
    Set<Integer> seen = new HashSet<>();
    // When: asked for as OpenSeadragon asks
    for (int level = 0; level < grid.levels(); level++) {
      int step = TILE << level;
      for (int y = 0; y < HEIGHT; y += step) {
        for (int x = 0; x < WIDTH; x += step) {
          int width = Math.min(step, WIDTH - x);
          int height = Math.min(step, HEIGHT - y);
          ImageCut cut =
              cut(
                  "%d,%d,%d,%d/%d,%d/0/default.jpg"
                      .formatted(
                          x,
                          y,
                          width,
                          height,
                          (width + (1 << level) - 1) >> level,
                          (height + (1 << level) - 1) >> level));
          int index = grid.tileOf(cut).orElseThrow();
          seen.add(index);
          Pixels tile = ImageFiles.read(pyramid.tile(index), TILE * TILE);
          assertEquals(cut.width(), tile.width());
          assertEquals(cut.height(), tile.height());
        }
      }
    }
    // Then
    assertEquals(grid.tileCount(), seen.size());
    assertEquals(4, grid.levels());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full/max/0/default.png",
        "full/150,/0/default.png",
        "50,30,100,90/max/0/default.png",
        "70,70,200,100/37,/0/default.png",
        "full/max/!0/default.png",
        "10,20,100,60/max/90/default.png",
        "10,20,100,60/max/180/default.png",
        "10,20,100,60/max/270/gray.png",
        "0,0,40,40/^90,90/0/default.png",
        "full/101,/0/default.png",
        "13,7,260,190/100,70/0/default.png",
        "13,7,260,190/17,/0/gray.png",
        "299,204,1,1/max/0/default.png",
      })
  void drawsNearlyWhatThePictureItselfGives(String request) {
    // Given
    ImageCut cut = cut(request);
    Pixels expected =
        picture()
            .cut(cut.x(), cut.y(), cut.regionWidth(), cut.regionHeight())
            .scaled(cut.width(), cut.height());
    expected = cut.mirrored() ? expected.mirrored() : expected;
    expected = expected.turned(cut.quarterTurns());
    expected = cut.quality() == ImageCut.Quality.GRAY ? expected.gray() : expected;
    // When
    Pixels drawn = ImageFiles.read(pyramid().draw(cut, QUALITY), 1_000_000);
    // Then
    assertEquals(expected.width(), drawn.width());
    assertEquals(expected.height(), drawn.height());
    assertTrue(distance(expected, drawn) < 3, "mean difference " + distance(expected, drawn));
  }

  @Test
  void theSmallestStepThatHasThePixelsIsDrawnFrom() {
    // Given: levels of 300, 150, 75 and 38 pixels across, and between them 106 and 53
    List<Step> steps = Step.of(new TileGrid(WIDTH, HEIGHT, TILE));
    // Then
    assertEquals(300, Step.of(steps, cut("full/151,/0/default.jpg")).width());
    assertEquals(150, Step.of(steps, cut("full/150,/0/default.jpg")).width());
    assertEquals(150, Step.of(steps, cut("full/107,/0/default.jpg")).width());
    assertEquals(106, Step.of(steps, cut("full/106,/0/default.jpg")).width());
    assertEquals(75, Step.of(steps, cut("full/75,/0/default.jpg")).width());
    assertEquals(53, Step.of(steps, cut("full/50,/0/default.jpg")).width());
    assertEquals(38, Step.of(steps, cut("full/3,/0/default.jpg")).width());
    assertEquals(300, Step.of(steps, cut("full/^400,/0/default.jpg")).width());
    assertEquals(300, Step.of(steps, cut("0,0,100,100/75,/0/default.jpg")).width());
    assertEquals(150, Step.of(steps, cut("0,0,100,100/40,50/0/default.jpg")).width());
  }

  @Test
  void bitonalHasTwoValuesAlone() {
    byte[] file = pyramid().draw(cut("full/max/0/bitonal.png"), QUALITY);
    Pixels drawn = ImageFiles.read(file, 1_000_000);
    Set<Integer> values = new HashSet<>();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        values.add(drawn.sample(x, y, 0));
      }
    }
    assertEquals(Set.of(0, 255), values);
  }

  @Test
  void aPackedFileIsReadBack() {
    Pyramid pyramid = pyramid();
    Pyramid read = Pyramid.read(pyramid.bytes());
    assertEquals(pyramid.grid(), read.grid());
    for (int index = 0; index < pyramid.grid().tileCount(); index++) {
      assertArrayEquals(pyramid.tile(index), read.tile(index));
    }
  }

  @Test
  void refusesADamagedFileAndATooLargeImage() {
    byte[] packed = pyramid().bytes();
    assertThrows(
        IllegalArgumentException.class,
        () -> Pyramid.read(Arrays.copyOf(packed, packed.length - 1)));
    assertThrows(IllegalArgumentException.class, () -> Pyramid.read(new byte[3]));
    byte[] file = new ImageFiles(1).write(picture(), ImageCut.Format.PNG);
    assertThrows(
        IllegalArgumentException.class, () -> Pyramid.of(file, TILE, QUALITY, WIDTH * HEIGHT - 1));
  }

  private static ImageCut cut(String request) {
    String[] parts = request.split("/", -1);
    return ImageRequest.parse(ImageApi.V3, parts[0], parts[1], parts[2], parts[3])
        .of(WIDTH, HEIGHT, LIMITS);
  }

  private static Pyramid pyramid() {
    byte[] file = new ImageFiles(1).write(picture(), ImageCut.Format.PNG);
    return Pyramid.of(file, TILE, QUALITY, 1_000_000);
  }

  /** Smooth in both directions and different in each, so that a wrong turn or shift is seen. */
  private static Pixels picture() {
    int[] words = new int[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int value = 40 + 180 * x / WIDTH;
        int other = 220 - 180 * y / HEIGHT;
        words[y * WIDTH + x] = ColourPixels.word(other, (value + other) / 2, value);
      }
    }
    return new ColourPixels(WIDTH, HEIGHT, words);
  }

  private static double distance(Pixels one, Pixels other) {
    assertEquals(one.bands(), other.bands());
    long sum = 0;
    for (int y = 0; y < one.height(); y++) {
      for (int x = 0; x < one.width(); x++) {
        for (int band = 0; band < one.bands(); band++) {
          sum += Math.abs(one.sample(x, y, band) - other.sample(x, y, band));
        }
      }
    }
    return (double) sum / ((long) one.width() * one.height() * one.bands());
  }
}
