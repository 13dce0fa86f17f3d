package org.cotejo.local.launcher.folder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.local.launcher.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One stack's data, and where each part of it lies.
 *
 * @param root absolute path
 */
public record DataFolder(Path root) {
  /** Raised whenever an older launcher could not work with the folder any more. */
  static final int LAYOUT = 1;

  private static final String MARKER = "cotejo.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Tells that a folder is ours.
   *
   * @param layout version of the folder's layout
   * @param initialised whether a stack has been ready here: from then on its data must be there
   * @param port base port of the last start
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Marker(int layout, boolean initialised, int port) {}

  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * Looks at the folder before anything is done to it.
   *
   * @throws Refusal when it cannot be used
   */
  public void check() {
    if (!Files.exists(root)) {
      checkWritable(existingParent());
      return;
    }
    if (!Files.isDirectory(root)) {
      throw new Refusal(root + " is a file and not a folder; give another one with --data");
    }
    checkWritable(root);
    Optional<Marker> marker = marker();
    if (marker.isEmpty()) {
      checkEmpty();
    } else {
      checkComplete(marker.get());
    }
  }

  /** What the last start has left; empty in a new folder. */
  public Optional<Marker> marker() {
    Path file = root.resolve(MARKER);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), Marker.class));
    } catch (IOException failure) {
      throw damaged(file + " cannot be read", failure);
    }
  }

  /** Remembers a start. */
  public void mark(boolean initialised, int port) {
    try {
      PrivateFile.write(
          root.resolve(MARKER), JSON.writeValueAsString(new Marker(LAYOUT, initialised, port)));
    } catch (IOException failure) {
      throw new Refusal(root.resolve(MARKER) + " cannot be written", failure);
    }
  }

  public Path lock() {
    return root.resolve("run/lock");
  }

  public Path state() {
    return root.resolve("run/state.json");
  }

  public Path gatewaySettings() {
    return root.resolve("run/gateway.json");
  }

  /** Folder of passwords and keys. */
  public Path auth() {
    return root.resolve("auth");
  }

  public Path signingKey() {
    return root.resolve("auth/signing-key.pem");
  }

  public Path keySet() {
    return root.resolve("auth/jwks.json");
  }

  public Path secrets() {
    return root.resolve("auth/secrets.properties");
  }

  /** What a service that is started elsewhere has to know. */
  public Path environment(String service) {
    return root.resolve("auth").resolve(service + ".env");
  }

  public Path startupCaches() {
    return root.resolve("aot");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /** Folder of one part's own data. */
  public Path of(String part) {
    return root.resolve(part);
  }

  /** There from a restore until the recovery after it has been done. */
  public Path restoredMarker() {
    return root.resolve("restored");
  }

  public Path samplesMarker() {
    return root.resolve("samples-loaded");
  }

  private void checkWritable(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Refusal(folder + " is a file and not a folder; give another one with --data");
    }
    try {
      // Asking for the permission is not enough: a file system may be mounted read-only.
      Files.delete(Files.createTempFile(folder, ".cotejo-", ".tmp"));
    } catch (IOException failure) {
      throw new Refusal(
          "the folder " + folder + " cannot be written to; give another one with --data", failure);
    }
  }

  private Path existingParent() {
    Path parent = root.getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    return parent == null ? root : parent;
  }

  private void checkEmpty() {
    try (Stream<Path> files = Files.list(root)) {
      List<String> foreign =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("run"))
              .toList();
      if (!foreign.isEmpty()) {
        throw new Refusal(
            root
                + " holds other files ("
                + foreign.getFirst()
                + (foreign.size() > 1 ? ", ..." : "")
                + ") and is no data folder of Cotejo; give an empty or a new one with --data");
      }
    } catch (IOException failure) {
      throw new Refusal("the folder " + root + " cannot be read", failure);
    }
  }

  private void checkComplete(Marker marker) {
    if (marker.layout() > LAYOUT) {
      throw new Refusal(
          root
              + " was written by a later version of Cotejo (layout "
              + marker.layout()
              + ", this one knows "
              + LAYOUT
              + "); use that version or another folder");
    }
    if (!marker.initialised()) {
      return;
    }
    for (Path needed :
        List.of(
            of("postgresql").resolve("data/PG_VERSION"),
            of("kafka").resolve("data/meta.properties"),
            of("object-store").resolve("objects"),
            secrets())) {
      if (!Files.exists(needed)) {
        throw damaged(needed + " is missing", null);
      }
    }
  }

  private static Refusal damaged(String what, @Nullable Throwable cause) {
    return new Refusal(
        "the data folder is damaged: " + what + "; restore it from a copy or start with another",
        cause);
  }
}
