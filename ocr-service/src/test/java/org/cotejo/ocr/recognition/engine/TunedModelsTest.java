package org.cotejo.ocr.recognition.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.ocr.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedModelsTest {
  private static final LanguageModels FETCHED = LanguageModels.in(Pages.models());

  @TempDir private Path workspace;

  @Test
  void joinsFetchedModelWithItsNetwork() throws IOException {
    // When
    LanguageModels tuned = TunedModels.of(FETCHED, workspace);
    // Then
    byte[] before = Files.readAllBytes(FETCHED.file("eng"));
    byte[] after = Files.readAllBytes(tuned.file("eng"));
    assertNotEquals(FETCHED.digests().get("eng"), tuned.digests().get("eng"));
    assertArrayEquals(
        ModelFile.of(before).part(ModelFile.CHARACTERS),
        ModelFile.of(after).part(ModelFile.CHARACTERS));
    assertEquals(tuned, LanguageModels.in(tuned.directory()), "digests are those of the files");
  }

  @Test
  void keepsModelsThatThereIsNoNetworkFor() throws IOException {
    // When
    LanguageModels tuned = TunedModels.of(FETCHED, workspace);
    // Then
    assertEquals(FETCHED.languages(), tuned.languages());
    assertEquals(FETCHED.digests().get("osd"), tuned.digests().get("osd"));
    assertTrue(Files.isSameFile(FETCHED.file("osd"), tuned.file("osd")));
  }

  @Test
  void takesAnotherBuildOfModelAsItIs(@TempDir Path folder) throws IOException {
    // Given
    ModelFile fetched = ModelFile.of(Files.readAllBytes(FETCHED.file("eng")));
    byte[] other = fetched.with(new byte[] {1, 2, 3}).bytes();
    Files.write(folder.resolve("eng.traineddata"), other);
    LanguageModels models = LanguageModels.in(folder);
    // When
    LanguageModels tuned = TunedModels.of(models, workspace);
    // Then
    assertEquals(models, tuned);
  }

  @Test
  void startsAgainWhereAProcessOfTheSameNumberWasKilled() throws IOException {
    // Given
    LanguageModels first = TunedModels.of(FETCHED, workspace);
    Path link = first.file("osd");
    Files.move(link, link.resolveSibling("osd.traineddata." + ProcessHandle.current().pid()));
    // When
    LanguageModels again = TunedModels.of(FETCHED, workspace);
    // Then
    assertEquals(first, again);
    assertTrue(Files.isSameFile(FETCHED.file("osd"), again.file("osd")));
  }

  @Test
  void mendsWhatIsNotWhole() throws IOException {
    // Given
    LanguageModels first = TunedModels.of(FETCHED, workspace);
    byte[] whole = Files.readAllBytes(first.file("eng"));
    Files.write(first.file("eng"), new byte[] {1});
    // When
    LanguageModels again = TunedModels.of(FETCHED, workspace);
    // Then
    assertEquals(first, again);
    assertArrayEquals(whole, Files.readAllBytes(again.file("eng")));
    try (var files = Files.list(again.directory())) {
      assertFalse(files.anyMatch(file -> file.toString().matches(".*[0-9]$")), "nothing half done");
    }
  }
}
