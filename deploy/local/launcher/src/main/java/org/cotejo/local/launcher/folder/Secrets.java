package org.cotejo.local.launcher.folder;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.cotejo.local.launcher.Refusal;

/**
 * Passwords of one data folder, made at its first start.
 *
 * @param databasePassword of PostgreSQL's superuser
 * @param objectsAccessKey account of the S3 store
 * @param objectsSecretKey its secret
 */
public record Secrets(String databasePassword, String objectsAccessKey, String objectsSecretKey) {
  private static final int SECRET_BYTES = 24;
  private static final int ACCESS_KEY_BYTES = 10;

  /** Reads the secrets of a file, or makes some. */
  public static Secrets loadOrCreate(Path file, SecureRandom random) {
    if (!Files.exists(file)) {
      PrivateFile.write(
          file,
          "database-password=%s%nobjects-access-key=%s%nobjects-secret-key=%s%n"
              .formatted(
                  random(random, SECRET_BYTES),
                  random(random, ACCESS_KEY_BYTES),
                  random(random, SECRET_BYTES)));
    }
    return load(file);
  }

  private static Secrets load(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file)));
    } catch (IOException failure) {
      throw new Refusal(file + " cannot be read: " + failure.getMessage(), failure);
    }
    return new Secrets(
        value(properties, "database-password", file),
        value(properties, "objects-access-key", file),
        value(properties, "objects-secret-key", file));
  }

  private static String value(Properties properties, String name, Path file) {
    String value = properties.getProperty(name, "");
    if (value.isEmpty()) {
      throw new Refusal(
          "the data folder is damaged: "
              + file
              + " has no "
              + name
              + "; restore the file or start with another folder");
    }
    return value;
  }

  private static String random(SecureRandom random, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }

  @Override
  public String toString() {
    return "Secrets[hidden]";
  }
}
