package org.cotejo.ocr.recognition.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotejo.ocr.recognition.LanguageTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSetTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void twoPages() throws IOException {
    folder = Files.createDirectory(temporary.resolve("letters_deu"));
    Files.createFile(folder.resolve("2.JPG"));
    Files.createFile(folder.resolve("1.tif"));
    Files.writeString(folder.resolve("1.gt.txt"), "Lieber Freund\n");
  }

  @Test
  void takesLanguagesFromTheFile() throws IOException {
    Files.writeString(folder.resolve("lang"), "de, fr\n");

    PageSet set = PageSet.of(folder, List.of());

    assertEquals(List.of(new LanguageTag("de"), new LanguageTag("fr")), set.languages());
    assertEquals("letters_deu", set.name());
    assertEquals(List.of("1", "2"), set.images().stream().map(PageSet::page).toList());
  }

  @Test
  void languagesOfTheCommandLineGoBeforeTheFile() throws IOException {
    Files.writeString(folder.resolve("lang"), "de");

    assertEquals(
        List.of(new LanguageTag("es")), PageSet.of(folder, PageSet.tags("es")).languages());
  }

  @Test
  void doesNotGuessTheLanguageFromTheName() {
    assertThrows(IllegalArgumentException.class, () -> PageSet.of(folder, List.of()));
  }

  @Test
  void refusesAFolderThatIsMissingOrHasNoImage() throws IOException {
    List<LanguageTag> german = PageSet.tags("de");
    Path empty = Files.createDirectory(temporary.resolve("empty"));

    assertThrows(IllegalArgumentException.class, () -> PageSet.of(empty, german));
    assertThrows(
        IllegalArgumentException.class, () -> PageSet.of(empty.resolve("missing"), german));
  }

  @Test
  void truthStandsBesideTheImageOrIsMissing() throws IOException {
    assertEquals(Optional.of("Lieber Freund\n"), PageSet.truth(folder.resolve("1.tif")));
    assertEquals(Optional.empty(), PageSet.truth(folder.resolve("2.JPG")));
  }
}
