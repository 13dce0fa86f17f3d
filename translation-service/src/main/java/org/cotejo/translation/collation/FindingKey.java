package org.cotejo.translation.collation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a finding: a digest of its rule and the words at odds, counted where the same happens
 * more than once. What stands around the words, which segment holds them and what is linked beside
 * them do not change it.
 */
final class FindingKey {
  private static final int BYTES = 10;

  private FindingKey() {}

  /**
   * A key.
   *
   * @param occurrence from 1, among findings of the same name
   */
  static String of(FindingAnchor anchor, int occurrence) {
    try {
      byte[] content = (anchor.name() + '\u0000' + occurrence).getBytes(StandardCharsets.UTF_8);
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(sum, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
