package org.cotejo.images;

import java.nio.file.Files;
import java.nio.file.Path;

/** What an image stands on: Java 25 at {@code /opt/java} and the libraries that it needs. */
sealed interface Base {
  /** What labels call it. */
  String name();

  /** A tar as {@code docker save} writes it. */
  record Tar(Path file) implements Base {
    @Override
    public String name() {
      return file.getFileName().toString();
    }
  }

  /** An image of a registry, best with its digest. */
  record Reference(String name) implements Base {}

  /**
   * The base that somebody named: a file when there is one, else a reference.
   *
   * @throws ImageRefused when it looks like a file that is not there
   */
  static Base of(String text) {
    Path file = Path.of(text);
    if (Files.isRegularFile(file)) {
      return new Tar(file);
    }
    if (text.endsWith(".tar") || text.startsWith("/") || text.startsWith(".")) {
      throw new ImageRefused("The base " + text + " is not there.");
    }
    return new Reference(text);
  }
}
