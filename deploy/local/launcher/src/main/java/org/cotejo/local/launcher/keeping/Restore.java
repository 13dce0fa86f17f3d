package org.cotejo.local.launcher.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.folder.PrivateFile;

/**
 * Makes a data folder out of a backup. Kafka and Elasticsearch are left out: the next start makes
 * them anew and then recovers ({@link Recovery}).
 */
public final class Restore {
  /** Layout, {@code digest path}, of a line of {@code SHA256SUMS}. */
  private static final int PATH_COLUMN = 66;

  private final BackupFolder backup;
  private final DataFolder data;

  public Restore(BackupFolder backup, DataFolder data) {
    this.backup = backup;
    this.data = data;
  }

  /**
   * Compares every file of the backup with its digest, then copies.
   *
   * @throws Refusal when a file is missing, has other bytes or is not in the list, or the data
   *     folder is not empty; nothing is written then
   */
  public BackupFolder.Description make() {
    BackupFolder.Description description = backup.read();
    BackupFolder.refuseFilled(data.root(), "a restore");
    verify();
    Copying.tree(backup.database(), data.of("postgresql").resolve("data"), _ -> true, (_, _) -> {});
    Copying.tree(
        backup.objects(), data.of("object-store").resolve("objects"), _ -> true, (_, _) -> {});
    Copying.tree(backup.auth(), data.auth(), _ -> true, (_, _) -> {});
    try {
      if (Files.exists(backup.samplesMarker())) {
        Copying.file(backup.samplesMarker(), data.samplesMarker());
      }
    } catch (IOException failure) {
      throw new Refusal(data.samplesMarker() + " cannot be written", failure);
    }
    PrivateFile.write(data.restoredMarker(), description.madeAt() + "\n");
    // Not complete yet: broker and index are missing, and the next start makes them.
    data.mark(false, 0);
    return description;
  }

  private void verify() {
    Map<String, String> sums = sums();
    try (Stream<Path> files = Files.walk(backup.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = backup.root().relativize(file).toString();
        if (!file.equals(backup.sums())) {
          String expected = sums.remove(path);
          if (expected == null) {
            throw new Refusal("the backup is damaged: SHA256SUMS does not know " + path);
          }
          if (!expected.equals(Copying.digest(file))) {
            throw new Refusal("the backup is damaged: " + path + " has other bytes");
          }
        }
      }
    } catch (IOException failure) {
      throw new Refusal("the backup cannot be read: " + failure.getMessage(), failure);
    }
    if (!sums.isEmpty()) {
      throw new Refusal(
          "the backup is damaged: " + sums.keySet().iterator().next() + " is missing");
    }
  }

  private Map<String, String> sums() {
    try {
      List<String> lines = Files.readAllLines(backup.sums());
      Map<String, String> sums = HashMap.newHashMap(lines.size());
      for (String line : lines) {
        if (line.length() <= PATH_COLUMN) {
          throw new Refusal("the backup is damaged: SHA256SUMS has a line that is none");
        }
        sums.put(line.substring(PATH_COLUMN), line.substring(0, PATH_COLUMN - 2));
      }
      return sums;
    } catch (IOException failure) {
      throw new Refusal(backup.sums() + " cannot be read", failure);
    }
  }
}
