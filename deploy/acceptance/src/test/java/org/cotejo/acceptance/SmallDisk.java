package org.cotejo.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system of some megabytes over a folder, which shows again what it holds when it is closed.
 */
final class SmallDisk implements AutoCloseable {
  private static final int MEBIBYTES = 32;

  /** Less than a tenth of it is left. */
  private static final int FILLED_MEBIBYTES = 30;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Empty where the system does not let this account mount one. */
  static Optional<SmallDisk> over(Path folder) throws IOException {
    boolean mounted =
        done("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m", "cotejo", folder.toString());
    return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  void fill() throws IOException {
    Files.write(scan(), new byte[FILLED_MEBIBYTES << 20]);
  }

  void empty() throws IOException {
    Files.delete(scan());
  }

  private Path scan() {
    return folder.resolve("original.tmp");
  }

  @Override
  public void close() throws IOException {
    // Lazily: a file of a service may be open in it.
    if (!done("umount", "-l", folder.toString())) {
      throw new IOException("the file system over " + folder + " cannot be taken away");
    }
  }

  private static boolean done(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
