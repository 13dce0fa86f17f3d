package org.cotejo.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the configuration of a part; only its owner may read it, since some hold secrets. */
final class ConfigFile {
  private ConfigFile() {}

  static void properties(Path file, Map<String, String> settings) {
    lines(file, settings, "=");
  }

  static void yaml(Path file, Map<String, String> settings) {
    lines(file, settings, ": ");
  }

  static void text(Path file, String content) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, content);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException failure) {
      throw new InfrastructureException("cannot write " + file, failure);
    }
  }

  private static void lines(Path file, Map<String, String> settings, String separator) {
    text(
        file,
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + separator + entry.getValue() + "\n")
            .sorted()
            .collect(Collectors.joining()));
  }
}
