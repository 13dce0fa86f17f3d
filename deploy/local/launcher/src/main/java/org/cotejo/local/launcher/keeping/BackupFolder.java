package org.cotejo.local.launcher.keeping;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.PrivateFile;

/**
 * One backup: the database, the objects, the secrets, and what they add up to.
 *
 * @param root absolute path
 */
public record BackupFolder(Path root) {
  static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * What a backup says of itself.
   *
   * @param format of the folder
   * @param madeAt when it was begun, ISO 8601
   * @param running whether the stack ran meanwhile
   * @param databaseFiles files of the database
   * @param objects objects in the bucket
   * @param bytes length of all files together
   * @param damagedObjects keys of objects whose bytes are not those of their digest
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Description(
      int format,
      String madeAt,
      boolean running,
      long databaseFiles,
      long objects,
      long bytes,
      List<String> damagedObjects) {
    public Description {
      damagedObjects = List.copyOf(damagedObjects);
    }
  }

  public BackupFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** The database's files, ready for a server of the same major release. */
  Path database() {
    return root.resolve("postgresql");
  }

  /** The object store's files. */
  Path objects() {
    return root.resolve("objects");
  }

  /** Passwords and the key of the tokens. */
  Path auth() {
    return root.resolve("auth");
  }

  /** There when the sample papers had been loaded. */
  Path samplesMarker() {
    return root.resolve("samples-loaded");
  }

  Path description() {
    return root.resolve("backup.json");
  }

  /** The digest of each file, as {@code sha256sum} writes it; written last. */
  Path sums() {
    return root.resolve("SHA256SUMS");
  }

  /**
   * Makes the folder.
   *
   * @throws Refusal when something is there
   */
  void makeEmpty() {
    refuseFilled(root, "a backup");
    try {
      Files.createDirectories(root);
    } catch (IOException failure) {
      throw new Refusal("the folder " + root + " cannot be made", failure);
    }
  }

  /** Refuses a folder that holds anything. */
  static void refuseFilled(Path folder, String wanted) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new Refusal(folder + " is not empty; " + wanted + " needs a new or an empty folder");
      }
    } catch (IOException failure) {
      throw new Refusal("the folder " + folder + " cannot be read", failure);
    }
  }

  void describe(Description description) {
    try {
      PrivateFile.write(description(), JSON.writeValueAsString(description) + "\n");
    } catch (IOException failure) {
      throw new Refusal(description() + " cannot be written", failure);
    }
  }

  /**
   * What it says of itself.
   *
   * @throws Refusal when this is no whole backup, or one of a later version
   */
  public Description read() {
    if (!Files.exists(description()) || !Files.exists(sums())) {
      throw new Refusal(root + " is no complete backup: backup.json or SHA256SUMS is missing");
    }
    try {
      Description description = JSON.readValue(description().toFile(), Description.class);
      if (description.format() > FORMAT) {
        throw new Refusal(
            root + " was made by a later version of Cotejo (format " + description.format() + ")");
      }
      return description;
    } catch (IOException failure) {
      throw new Refusal(description() + " cannot be read", failure);
    }
  }
}
