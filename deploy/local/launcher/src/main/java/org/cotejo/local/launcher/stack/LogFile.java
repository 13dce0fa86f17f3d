package org.cotejo.local.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the log of a part from growing for ever. */
final class LogFile {
  private static final long LIMIT_BYTES = 16L << 20;

  private LogFile() {}

  /** Sets a long log aside at a start; the one before it is dropped. */
  static void rotate(Path log) {
    try {
      if (Files.exists(log) && Files.size(log) > LIMIT_BYTES) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      // The log goes on growing.
    }
  }
}
