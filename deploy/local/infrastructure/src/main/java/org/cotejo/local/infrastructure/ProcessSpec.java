package org.cotejo.local.infrastructure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param name of the part, for logs and state files
 * @param command program and arguments
 * @param environment variables set on top of the inherited ones
 * @param workingFolder where it runs
 */
public record ProcessSpec(
    String name, List<String> command, Map<String, String> environment, Path workingFolder) {
  public ProcessSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
