package org.cotejo.local.launcher.folder;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.cotejo.local.launcher.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void takesANewFolder() {
    assertDoesNotThrow(new DataFolder(folder.resolve("a/b"))::check);
    assertDoesNotThrow(new DataFolder(folder)::check);
  }

  @Test
  void takesAFolderOfAStartThatDidNotFinish() {
    // Given
    DataFolder data = new DataFolder(folder);
    data.mark(false, 8080);
    // When, Then
    assertDoesNotThrow(data::check);
  }

  @Test
  void refusesAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    refuses(file, "is a file and not a folder");
    refuses(file.resolve("below"), "is a file and not a folder");
  }

  @Test
  void refusesAFolderThatCannotBeWrittenTo() {
    // A file system that takes no files, even from root.
    refuses(Path.of("/proc/cotejo"), "cannot be written to");
  }

  @Test
  void refusesAFolderOfOthers() throws Exception {
    Files.writeString(folder.resolve("thesis.odt"), "");
    refuses(folder, "holds other files (thesis.odt)");
  }

  @Test
  void refusesAFolderWhoseDatabaseIsGone() throws Exception {
    // Given
    DataFolder data = complete();
    Files.delete(folder.resolve("postgresql/data/PG_VERSION"));
    // When, Then
    refuses(data.root(), "PG_VERSION is missing");
  }

  @Test
  void refusesAFolderWhoseSecretsAreGone() throws Exception {
    // Given
    DataFolder data = complete();
    Files.delete(data.secrets());
    // When, Then
    refuses(data.root(), "secrets.properties is missing");
  }

  @Test
  void refusesAFolderOfALaterVersion() throws Exception {
    // Given
    Files.writeString(
        folder.resolve("cotejo.json"),
        "{\"layout\":%d,\"initialised\":true,\"port\":8080,\"more\":1}"
            .formatted(DataFolder.LAYOUT + 1));
    // When, Then
    refuses(folder, "later version of Cotejo");
  }

  @Test
  void refusesAFolderWithABrokenMarker() throws Exception {
    // Given
    Files.writeString(folder.resolve("cotejo.json"), "{\"layout\":");
    // When, Then
    refuses(folder, "the data folder is damaged");
  }

  @Test
  void takesACompleteFolderAgain() throws Exception {
    // Given
    DataFolder data = complete();
    // When, Then
    assertDoesNotThrow(data::check);
    assertEquals(9090, data.marker().orElseThrow().port());
  }

  @Test
  void keepsSecretsFromOthersAndBetweenStarts() throws Exception {
    // Given
    Path file = folder.resolve("auth/secrets.properties");
    Secrets first = Secrets.loadOrCreate(file, new SecureRandom());
    // When
    Secrets second = Secrets.loadOrCreate(file, new SecureRandom());
    // Then
    assertEquals(first, second);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(first.toString().contains(first.databasePassword()));
  }

  @Test
  void letsOneLauncherIn() {
    // Given
    Path file = folder.resolve("run/lock");
    FolderLock first = FolderLock.tryAcquire(file).orElseThrow();
    // When
    boolean second = FolderLock.tryAcquire(file).isPresent();
    first.close();
    // Then
    assertFalse(second);
    assertTrue(FolderLock.tryAcquire(file).isPresent());
  }

  private DataFolder complete() throws Exception {
    DataFolder data = new DataFolder(folder);
    Files.createDirectories(folder.resolve("postgresql/data"));
    Files.writeString(folder.resolve("postgresql/data/PG_VERSION"), "18\n");
    Files.createDirectories(folder.resolve("kafka/data"));
    Files.writeString(folder.resolve("kafka/data/meta.properties"), "");
    Files.createDirectories(folder.resolve("object-store/objects"));
    Secrets.loadOrCreate(data.secrets(), new SecureRandom());
    data.mark(true, 9090);
    return data;
  }

  private static void refuses(Path folder, String reason) {
    Refusal refusal = assertThrows(Refusal.class, new DataFolder(folder)::check);
    assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal.getMessage());
    assertFalse(String.valueOf(refusal.getMessage()).contains("\n"));
  }
}
