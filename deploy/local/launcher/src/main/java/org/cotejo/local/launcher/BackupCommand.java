package org.cotejo.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotejo.local.infrastructure.PostgresComponent;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.folder.FolderLock;
import org.cotejo.local.launcher.folder.Secrets;
import org.cotejo.local.launcher.keeping.Backup;
import org.cotejo.local.launcher.keeping.BackupFolder;
import org.cotejo.local.launcher.stack.Leftovers;
import org.cotejo.local.launcher.stack.Ports;
import org.cotejo.local.launcher.stack.StackState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Backs a data folder up, whether its stack runs or not. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Backs up the local stack of a data folder: database and objects.")
final class BackupCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  @Mixin private DataOption data;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "BACKUP",
      description = "A new or empty folder; it will hold passwords and everything else.")
  private Path target;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    DataFolder folder = data.folder();
    DataFolder.Marker marker =
        folder
            .marker()
            .filter(DataFolder.Marker::initialised)
            .orElseThrow(
                () -> new Refusal("there is nothing to back up in " + folder.root() + " yet"));
    folder.check();
    Optional<FolderLock> lock = FolderLock.tryAcquire(folder.lock());
    BackupFolder.Description made;
    try {
      if (lock.isPresent()) {
        refuseLeftovers(folder);
      }
      Optional<String> running =
          lock.isPresent()
              ? Optional.empty()
              : Optional.of(
                  PostgresComponent.jdbcUrl(new Ports(marker.port()).postgresql(), "postgres"));
      made =
          new Backup(folder, new BackupFolder(target))
              .make(running, Secrets.loadOrCreate(folder.secrets(), new SecureRandom()));
    } finally {
      lock.ifPresent(FolderLock::close);
    }
    say(
        "backed up %d objects and %d files of the database, %.1f MB, into %s"
            .formatted(made.objects(), made.databaseFiles(), made.bytes() / MEGABYTE, target));
    made.damagedObjects().forEach(key -> say("damaged in the store already: " + key));
    return 0;
  }

  /** Without its launcher a server may still be at work on the files. */
  private static void refuseLeftovers(DataFolder folder) {
    boolean alive =
        Files.exists(folder.state())
            && StackState.read(folder.state()).stream()
                .anyMatch(state -> !Leftovers.alive(state).isEmpty());
    if (alive) {
      throw new Refusal(
          "processes of a launcher that was killed still run; end them first with deploy/local/down --data "
              + folder.root());
    }
  }

  private void say(String message) {
    command.commandLine().getOut().println(message);
    command.commandLine().getOut().flush();
  }
}
