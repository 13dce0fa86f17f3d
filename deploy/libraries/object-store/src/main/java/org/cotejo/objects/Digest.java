package org.cotejo.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of some bytes, the identity of an object.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final String PREFIX = "sha256:";
  private static final int BUFFER_BYTES = 64 * 1024;

  public Digest {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + hex);
    }
  }

  /** The digest of bytes in memory. */
  public static Digest of(byte[] content) {
    return new Digest(HexFormat.of().formatHex(sha256().digest(content)));
  }

  /** The digest of a stream, read to its end but not closed. */
  public static Digest of(InputStream content) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
      digest.update(buffer, 0, count);
    }
    return new Digest(HexFormat.of().formatHex(digest.digest()));
  }

  /** The digest of a file. */
  public static Digest of(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return of(content);
    }
  }

  /**
   * Reads the form {@code sha256:<hex>}.
   *
   * @throws IllegalArgumentException for any other form
   */
  public static Digest parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a digest begins with sha256: " + text);
    }
    return new Digest(text.substring(PREFIX.length()));
  }

  @Override
  public String toString() {
    return PREFIX + hex;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
