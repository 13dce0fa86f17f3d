package org.cotejo.local.infrastructure;

import java.nio.file.Path;

/** The Java that runs this program, for its children. */
public final class JavaCommand {
  private JavaCommand() {}

  /** Path of the {@code java} program. */
  public static String path() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
