package org.cotejo.local.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.keeping.BackupFolder;
import org.cotejo.local.launcher.keeping.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a data folder out of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Makes a data folder out of a backup; the next start recovers the rest.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin private DataOption data;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "BACKUP",
      description = "A folder that backup has written.")
  private Path source;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    DataFolder folder = data.folder();
    BackupFolder.Description made = new Restore(new BackupFolder(source), folder).make();
    command
        .commandLine()
        .getOut()
        .println(
            "restored %d objects and %d files of the database as of %s; start with deploy/local/up --data %s"
                .formatted(made.objects(), made.databaseFiles(), made.madeAt(), folder.root()));
    command.commandLine().getOut().flush();
    return 0;
  }
}
