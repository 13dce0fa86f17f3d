package org.cotejo.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was released: the migrations and schemas of each release with their digests, and the
 * statements that its services send to their databases. A new release adds a folder; nothing in a
 * folder ever changes.
 */
final class Releases {
  /** Services that have a database. */
  static final List<String> WITH_DATABASE = List.of("ingest", "translation");

  private static final Path FOLDER =
      Repository.ROOT.resolve("deploy/operations-tests/src/test/resources/releases");
  private static final int DIGEST_DIGITS = 64;

  private Releases() {}

  /** Names of the releases, the oldest first. */
  static List<String> names() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .sorted(Comparator.comparing(ModuleDescriptor.Version::parse))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Digest of each file of a release by its path in the repository. */
  static Map<String, String> files(String release) {
    Map<String, String> files = new TreeMap<>();
    for (String line : lines(FOLDER.resolve(release).resolve("files.sha256"))) {
      files.put(line.substring(DIGEST_DIGITS + 2), line.substring(0, DIGEST_DIGITS));
    }
    return files;
  }

  /** Digest of every file that was ever released by its path in the repository. */
  static Map<String, String> allFiles() {
    Map<String, String> files = new TreeMap<>();
    names().forEach(release -> files.putAll(files(release)));
    return files;
  }

  /** The statements of a service of a release. */
  static List<String> statements(String release, String service) {
    return lines(FOLDER.resolve(release).resolve(service + ".sql")).stream()
        .filter(line -> !line.startsWith("--"))
        .map(line -> line.replaceFirst(";$", ""))
        .toList();
  }

  /** Folders of the migrations of a service, those of its libraries included. */
  static List<Path> migrationFolders(String service) {
    return List.of(
        Repository.ROOT.resolve(service + "-service/src/main/resources/db/migration"),
        Repository.ROOT.resolve("deploy/libraries/outbox/src/main/resources/db/outbox"));
  }

  /** The migrations of a service by their numbers. */
  static Map<Integer, Path> migrations(String service) {
    Map<Integer, Path> migrations = new TreeMap<>();
    for (Path folder : migrationFolders(service)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(one -> one.toString().endsWith(".sql")).toList()) {
          String name = file.getFileName().toString();
          int number = Integer.parseInt(name.substring(1, name.indexOf("__")));
          if (migrations.put(number, file) != null) {
            throw new AssertionError("two migrations of " + service + " have the number " + number);
          }
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return migrations;
  }

  static String relative(Path file) {
    return Repository.ROOT.relativize(file).toString();
  }

  private static List<String> lines(Path file) {
    return new ArrayList<>(Repository.text(file).lines().filter(line -> !line.isBlank()).toList());
  }
}
