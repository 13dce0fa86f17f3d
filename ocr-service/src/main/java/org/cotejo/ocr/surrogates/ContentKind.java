package org.cotejo.ocr.surrogates;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The formats of originals, told by their first bytes and never by a name. */
public enum ContentKind {
  PDF,
  TIFF,
  JPEG,
  PNG;

  /** How many bytes {@link #of} wants to see; PDF allows junk before its header. */
  public static final int HEAD_BYTES = 1024;

  /** The format that begins with these bytes; empty for any other. */
  public static Optional<ContentKind> of(byte[] head) {
    if (startsWith(head, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(JPEG);
    }
    if (startsWith(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of(PNG);
    }
    // Classic TIFF has version 42, BigTIFF 43, in either byte order.
    if (startsWith(head, 'I', 'I', 42, 0)
        || startsWith(head, 'M', 'M', 0, 42)
        || startsWith(head, 'I', 'I', 43, 0)
        || startsWith(head, 'M', 'M', 0, 43)) {
      return Optional.of(TIFF);
    }
    boolean pdf = new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-");
    return pdf ? Optional.of(PDF) : Optional.empty();
  }

  private static boolean startsWith(byte[] head, int... expected) {
    if (head.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((head[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
