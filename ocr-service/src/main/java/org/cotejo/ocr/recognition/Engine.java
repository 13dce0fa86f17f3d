package org.cotejo.ocr.recognition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A recogniser as transcriptions name it: its description and the fingerprint of that.
 *
 * @param description what the result depends on
 * @param fingerprint equal exactly when equal pages give equal transcriptions; fit for an object
 *     key
 */
public record Engine(EngineDescription description, String fingerprint) {
  /** 80 bits: enough for as many engines as there will ever be. */
  private static final int DIGEST_DIGITS = 20;

  /**
   * The engine for papers in given languages.
   *
   * @param languages stand in the transcription, so they count for the fingerprint
   */
  public static Engine of(EngineDescription description, List<LanguageTag> languages) {
    StringBuilder canonical = new StringBuilder();
    append(canonical, "name", description.name());
    append(canonical, "version", description.version());
    description.parameters().forEach((name, value) -> append(canonical, "p:" + name, value));
    description.models().forEach(model -> append(canonical, "model", model));
    languages.forEach(language -> append(canonical, "language", language.value()));
    String digest = sha256(canonical.toString()).substring(0, DIGEST_DIGITS);
    return new Engine(description, description.name() + "-" + description.version() + "-" + digest);
  }

  /** Length first, so that no two descriptions have one canonical form. */
  private static void append(StringBuilder canonical, String name, String value) {
    canonical
        .append(name)
        .append('=')
        .append(value.length())
        .append(':')
        .append(value)
        .append('\n');
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
