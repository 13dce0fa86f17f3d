package org.cotejo.ocr.surrogates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Names the way in which surrogates are made; part of their place in the store. */
public final class SurrogateFingerprint {
  private static final int DIGITS = 16;

  private SurrogateFingerprint() {}

  /** Hexadecimal digits, equal for equal choices. */
  public static String of(Map<String, String> choices) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] canonical = new TreeMap<>(choices).toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(canonical)).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
