package org.cotejo.ocr.recognition.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.cotejo.ocr.Pages;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  @Test
  void writesWhatItHasRead() throws IOException {
    // Given
    byte[] file = english();
    // When
    byte[] written = ModelFile.of(file).bytes();
    // Then
    assertArrayEquals(file, written);
  }

  @Test
  void takesAnotherNetworkAndKeepsAllElse() throws IOException {
    // Given
    byte[] longer = new byte[500_000];
    Arrays.fill(longer, (byte) 7);
    ModelFile model = ModelFile.of(english());
    // When
    ModelFile changed = ModelFile.of(model.with(longer).bytes());
    // Then
    assertArrayEquals(longer, changed.part(ModelFile.NETWORK));
    assertArrayEquals(model.part(ModelFile.CHARACTERS), changed.part(ModelFile.CHARACTERS));
    assertArrayEquals(
        english(), changed.with(model.part(ModelFile.NETWORK)).bytes(), "and back again");
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    // Given
    byte[] truncated = Arrays.copyOf(english(), 150);
    byte[] text = "this is no model at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    // When, Then
    assertThrows(IllegalArgumentException.class, () -> ModelFile.of(truncated));
    assertThrows(IllegalArgumentException.class, () -> ModelFile.of(text));
    assertThrows(IllegalArgumentException.class, () -> ModelFile.of(new byte[0]));
  }

  private static byte[] english() throws IOException {
    return Files.readAllBytes(Pages.models().resolve("eng.traineddata"));
  }
}
