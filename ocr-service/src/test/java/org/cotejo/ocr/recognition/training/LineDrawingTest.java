package org.cotejo.ocr.recognition.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotejo.ocr.Pages;
import org.cotejo.ocr.recognition.engine.GreyImage;
import org.cotejo.ocr.recognition.engine.ModelFile;
import org.junit.jupiter.api.Test;

class LineDrawingTest {
  private static final List<String> COMMON = List.of("and", "the", "of");
  private static final List<String> WORDS = List.of("harbour", "lamp", "keeper", "archive");

  @Test
  void sameSeedGivesTheSameLines() {
    // When
    List<String> lines = lines(3);
    // Then
    assertEquals(lines, lines(3));
    assertNotEquals(lines, lines(4));
    assertTrue(lines.stream().allMatch(line -> !line.isBlank() && line.length() <= 60));
    assertTrue(lines.stream().anyMatch(line -> line.matches(".*\\d.*")), "numbers among them");
  }

  private static List<String> lines(long seed) {
    LineText text = new LineText(COMMON, WORDS, new SplittableRandom(seed));
    return IntStream.range(0, 50).mapToObj(_ -> text.line(50)).toList();
  }

  @Test
  void writesSignsThatTheModelLacksInTheirPlainForm() throws IOException {
    // Given
    TextForModel texts =
        new TextForModel(
            ModelFile.of(Files.readAllBytes(Pages.models().resolve("eng.traineddata"))));
    // When
    Optional<String> plain = texts.of("No. 7\u00a0\u2010 the \ufb01rst");
    Optional<String> unknown = texts.of("\u0416\u0443\u043a");
    // Then
    assertEquals(Optional.of("No. 7 - the first"), plain);
    assertEquals(Optional.empty(), unknown);
  }

  @Test
  void sampleHoldsImageAndText() {
    // Given
    LineSamples.Sample sample = new LineSamples.Sample("page/1", ramp(), "Gr\u00fc\u00dfe");
    // When
    ByteBuffer file =
        ByteBuffer.wrap(LineSamples.file(List.of(sample))).order(ByteOrder.LITTLE_ENDIAN);
    // Then
    assertEquals(1, file.getInt());
    assertEquals(1, file.get());
    assertEquals("page/1", text(file));
    assertEquals(0, file.getInt());
    byte[] png = new byte[file.getInt()];
    file.get(png);
    assertArrayEquals(ramp().png(), png);
    assertEquals("", text(file));
    assertEquals("Gr\u00fc\u00dfe", text(file));
    assertEquals(1, file.getInt());
    assertEquals(
        List.of(0, 0, 40, 24),
        List.of(
            (int) file.getShort(),
            (int) file.getShort(),
            (int) file.getShort(),
            (int) file.getShort()));
    assertEquals(1, file.getInt());
    assertEquals("Gr\u00fc\u00dfe", text(file));
    assertEquals(0, file.get());
    assertFalse(file.hasRemaining());
  }

  private static String text(ByteBuffer file) {
    byte[] text = new byte[file.getInt()];
    file.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  @Test
  void wearKeepsSizeAndRange() {
    // Given
    GreyImage line = ramp();
    // When
    GreyImage blurred = GreyWork.blurred(line, 1.2);
    GreyImage printed = GreyWork.printed(line, 60, 200);
    GreyImage narrower = GreyWork.strokes(line, false);
    GreyImage half = GreyWork.scaled(line, 0.5, 0.5);
    // Then
    assertEquals(mean(line), mean(blurred), 1);
    assertEquals(60, printed.rows()[0][0]);
    assertTrue(mean(narrower) > mean(line), "less ink");
    assertEquals(20, half.width());
    assertEquals(12, half.height());
    assertEquals(mean(line), mean(half), 1);
    assertTrue(
        Arrays.stream(GreyWork.noisy(line, 80, new SplittableRandom(1)).rows())
            .flatMapToInt(Arrays::stream)
            .allMatch(level -> level >= 0 && level <= 255));
  }

  /** 40 x 24 pixels, from black to nearly white. */
  private static GreyImage ramp() {
    int[][] rows = new int[24][40];
    for (int[] row : rows) {
      Arrays.setAll(row, x -> 6 * x);
    }
    return new GreyImage(rows);
  }

  private static double mean(GreyImage image) {
    return Arrays.stream(image.rows()).flatMapToInt(Arrays::stream).average().orElseThrow();
  }
}
