package org.cotejo.local.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.local.launcher.Refusal;

/** Makes folders. */
final class Folders {
  private Folders() {}

  static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new Refusal("the folder " + folder + " cannot be made", failure);
    }
  }
}
