package org.cotejo.local.launcher;

import java.nio.file.Path;
import org.cotejo.local.infrastructure.Distribution;
import org.cotejo.local.launcher.folder.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that all commands share. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with all data of the stack (default: deploy/local/data).")
  private @Nullable Path data;

  DataFolder folder() {
    return new DataFolder(
        data == null ? Distribution.find().root().resolve("deploy/local/data") : data);
  }
}
