package org.cotejo.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A file of this machine that is to be sent. */
record LocalFile(Path path) {

  private static final int BUFFER_BYTES = 1 << 16;

  /** What is wrong with it, in words; empty when it can be sent. */
  Optional<String> fault() {
    if (!Files.exists(path)) {
      return Optional.of(path + ": no such file");
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      return Optional.of(path + ": not a readable file");
    }
    return sizeBytes() == 0 ? Optional.of(path + ": empty") : Optional.empty();
  }

  long sizeBytes() {
    try {
      return Files.size(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** By its name alone; the server looks at the content. */
  String mediaType() {
    String name = path.toString().toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (extension) {
      case "pdf" -> "application/pdf";
      case "tif", "tiff" -> "image/tiff";
      case "jpg", "jpeg" -> "image/jpeg";
      case "png" -> "image/png";
      default -> "application/octet-stream";
    };
  }

  String sha256() {
    try (InputStream input = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
