package org.cotejo.local.launcher.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.local.infrastructure.PostgresComponent;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.folder.PrivateFile;
import org.cotejo.local.launcher.folder.Secrets;

/**
 * Makes a backup of a data folder: first the database, then the objects. Objects are written before
 * the rows that name them and are never changed, so that a copy of them begun after the database's
 * has everything that it names; the other way round it would not.
 */
public final class Backup {
  private static final String BUCKET = "cotejo";

  /** Files whose name is their digest. */
  private static final Pattern BY_DIGEST =
      Pattern.compile("(?:originals|translations|supplied-transcriptions)/([0-9a-f]{64})");

  /** What the store has not given its name yet: a dot, the name, a UUID. */
  private static final Pattern UNFINISHED =
      Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final DataFolder data;
  private final BackupFolder backup;
  private final TreeMap<String, String> sums = new TreeMap<>();
  private final List<String> damaged = new ArrayList<>();
  private long databaseFiles;
  private long objects;
  private long bytes;

  public Backup(DataFolder data, BackupFolder backup) {
    this.data = data;
    this.backup = backup;
  }

  /**
   * Makes it.
   *
   * @param databaseUrl of the server that runs, for JDBC; empty when none does and none is started
   * @throws Refusal when it cannot be made; what has been written then is no backup
   */
  public BackupFolder.Description make(Optional<String> databaseUrl, Secrets secrets) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    backup.makeEmpty();
    database(databaseUrl, secrets);
    Copying.tree(
        data.of("object-store").resolve("objects"),
        backup.objects(),
        path -> !UNFINISHED.matcher(path.getFileName().toString()).matches(),
        this::object);
    Copying.tree(
        data.auth(), backup.auth(), _ -> true, (path, copied) -> note("auth/" + path, copied));
    try {
      if (Files.exists(data.samplesMarker())) {
        Copying.file(data.samplesMarker(), backup.samplesMarker())
            .ifPresent(copied -> note("samples-loaded", copied));
      }
      BackupFolder.Description description =
          new BackupFolder.Description(
              BackupFolder.FORMAT,
              start.toString(),
              databaseUrl.isPresent(),
              databaseFiles,
              objects,
              bytes,
              damaged);
      backup.describe(description);
      sums.put("backup.json", Copying.digest(backup.description()));
      StringBuilder lines = new StringBuilder();
      sums.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
      PrivateFile.write(backup.sums(), lines.toString());
      return description;
    } catch (IOException failure) {
      throw new Refusal("the backup " + backup.root() + " cannot be completed", failure);
    }
  }

  private void database(Optional<String> url, Secrets secrets) {
    Path files = data.of("postgresql").resolve("data");
    if (url.isPresent()) {
      DatabaseBackup.ofRunning(
          files,
          backup.database(),
          url.get(),
          PostgresComponent.USER,
          secrets.databasePassword(),
          this::databaseFile);
    } else {
      DatabaseBackup.ofStopped(files, backup.database(), this::databaseFile);
    }
  }

  private void databaseFile(Path path, Copying.Copied copied) {
    databaseFiles++;
    note("postgresql/" + path, copied);
  }

  private void object(Path path, Copying.Copied copied) {
    objects++;
    note("objects/" + path, copied);
    String key = path.startsWith(BUCKET) ? Path.of(BUCKET).relativize(path).toString() : "";
    Matcher named = BY_DIGEST.matcher(key);
    if (named.matches() && !named.group(1).equals(copied.sha256())) {
      damaged.add(key);
    }
  }

  private void note(String path, Copying.Copied copied) {
    bytes += copied.sizeBytes();
    sums.put(path, copied.sha256());
  }
}
