package org.cotejo.ocr.recognition.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cotejo.ocr.Pages;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.ModelFile;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloatNetworkTest {
  private static final float RATE = 0.0005f;

  @Test
  void readsAsTheIntegerNetworkDoes(@TempDir Path folder) throws IOException {
    // Given
    ModelFile model = ModelFile.of(Files.readAllBytes(Pages.models().resolve("eng.traineddata")));
    byte[] integers = model.part(ModelFile.NETWORK);
    // When
    byte[] floats = FloatNetwork.of(integers, RATE);
    // Then: eight bytes a weight in place of one
    assertTrue(floats.length > 7 * integers.length, floats.length + " bytes");
    Files.write(folder.resolve("eng.traineddata"), model.with(floats).bytes());
    assertEquals(read(Pages.models()), read(folder));
  }

  @Test
  void refusesWhatIsNoIntegerNetwork() throws IOException {
    // Given
    byte[] integers =
        ModelFile.of(Files.readAllBytes(Pages.models().resolve("eng.traineddata")))
            .part(ModelFile.NETWORK);
    byte[] floats = FloatNetwork.of(integers, RATE);
    byte[] truncated = Arrays.copyOf(integers, integers.length / 2);
    byte[] longer = Arrays.copyOf(integers, integers.length + 1);
    // When, Then
    assertThrows(IllegalArgumentException.class, () -> FloatNetwork.of(floats, RATE));
    assertThrows(IllegalArgumentException.class, () -> FloatNetwork.of(truncated, RATE));
    assertThrows(IllegalArgumentException.class, () -> FloatNetwork.of(longer, RATE));
    assertThrows(IllegalArgumentException.class, () -> FloatNetwork.of(new byte[40], RATE));
  }

  private static String read(Path models) {
    byte[] png = Pages.encoded(Pages.grey(Pages.image(Pages.ENGLISH)), "png");
    int width = Pages.image(Pages.ENGLISH).getWidth();
    int height = Pages.image(Pages.ENGLISH).getHeight();
    try (TesseractRecogniser recogniser = new TesseractRecogniser(LanguageModels.in(models), 1)) {
      return recogniser
          .read(
              new PageScan(png, width, height, 200),
              List.of(new LanguageTag("en")),
              Duration.ofMinutes(2))
          .stream()
          .flatMap(block -> block.lines().stream())
          .map(Line::text)
          .collect(Collectors.joining("\n"));
    }
  }
}
