package org.cotejo.local.launcher.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.BiConsumer;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.PrivateFile;

/**
 * A base backup of all databases of a server at one instant, taken while it works, by PostgreSQL's
 * own functions (<a
 * href="https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP">its
 * manual, 25.3.4</a>): the files are copied while they change, and the log from the start to the
 * end of the copying, which a temporary replication slot keeps, makes them whole at the next start.
 * The log of a backup that is restored ends at the moment when the copying ended.
 */
final class DatabaseBackup {
  /** Folders whose content a server makes anew, and which may stay empty (the manual, ibid.). */
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label.old", "pg_internal.init");

  private static final String CONTROL = "global/pg_control";

  private DatabaseBackup() {}

  /** Files of a server that does not run. */
  static void ofStopped(Path data, Path target, BiConsumer<Path, Copying.Copied> copied) {
    Copying.tree(
        data, target, path -> !path.getFileName().toString().startsWith("postmaster."), copied);
  }

  /**
   * Files of a server that runs.
   *
   * @param url of any of its databases, for JDBC
   */
  static void ofRunning(
      Path data,
      Path target,
      String url,
      String user,
      String password,
      BiConsumer<Path, Copying.Copied> copied) {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      // Temporary: it ends with this connection, whatever happens.
      one(
          connection,
          "select pg_create_physical_replication_slot(?, true, true)",
          "cotejo_backup_" + ProcessHandle.current().pid());
      String start = one(connection, "select pg_walfile_name(pg_backup_start(?, true))", "cotejo");
      Copying.tree(data, target, DatabaseBackup::wanted, copied);
      copy(data, target, CONTROL, copied);
      String stop;
      try (Statement statement = connection.createStatement();
          ResultSet end =
              statement.executeQuery(
                  "select pg_walfile_name(lsn), labelfile, spcmapfile from pg_backup_stop(false)")) {
        end.next();
        stop = end.getString(1);
        if (!end.getString(3).isBlank()) {
          throw new Refusal(
              "tablespaces outside the data folder are not backed up by this command");
        }
        PrivateFile.write(target.resolve("backup_label"), end.getString(2));
      }
      copied.accept(
          Path.of("backup_label"),
          new Copying.Copied(
              Copying.digest(target.resolve("backup_label")),
              Files.size(target.resolve("backup_label"))));
      for (String segment : LogSegments.between(start, stop)) {
        copy(data, target, "pg_wal/" + segment, copied);
      }
    } catch (SQLException | IOException failure) {
      throw new Refusal("the database cannot be backed up: " + failure.getMessage(), failure);
    }
  }

  private static boolean wanted(Path path) {
    String name = path.getFileName().toString();
    boolean insideEmptied = path.getNameCount() > 1 && EMPTIED.contains(path.getName(0).toString());
    return !insideEmptied
        && !LEFT_OUT.contains(name)
        && !name.startsWith("pgsql_tmp")
        && !path.toString().equals(CONTROL);
  }

  private static void copy(
      Path data, Path target, String file, BiConsumer<Path, Copying.Copied> copied)
      throws IOException {
    copied.accept(
        Path.of(file),
        Copying.file(data.resolve(file), target.resolve(file))
            .orElseThrow(() -> new Refusal("the database has no " + file + "; back up again")));
  }

  private static String one(Connection connection, String sql, String argument)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, argument);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
