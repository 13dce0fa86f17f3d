package org.cotejo.translation.alignment.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders of a bench's command line; a licence beside them is passed over aloud. */
public final class BitextFolders {
  private BitextFolders() {}

  /** Adds a folder that holds both sides of a bitext. */
  public static void add(String argument, List<Path> folders) {
    Path folder = Path.of(argument);
    if (Files.isRegularFile(folder.resolve("src.txt"))
        && Files.isRegularFile(folder.resolve("tgt.txt"))) {
      folders.add(folder);
    } else {
      System.err.println(folder + " has no src.txt and tgt.txt; passed over");
    }
  }
}
