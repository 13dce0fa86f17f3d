package org.cotejo.local.launcher.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.local.infrastructure.JavaCommand;
import org.cotejo.local.infrastructure.ProcessSpec;

/** What is known about the programs that are started. */
public final class Programs {
  private Programs() {}

  /** Whether a program is installed. */
  public static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  static boolean isJava(ProcessSpec spec) {
    return spec.command().getFirst().equals(JavaCommand.path());
  }

  /**
   * The same process in a session of its own: Ctrl-C on the terminal then reaches the launcher
   * alone, which ends its children in order. {@code setsid} replaces itself, so the number stays.
   */
  static ProcessSpec inOwnSession(ProcessSpec spec) {
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(spec.command());
    return new ProcessSpec(spec.name(), command, spec.environment(), spec.workingFolder());
  }
}
