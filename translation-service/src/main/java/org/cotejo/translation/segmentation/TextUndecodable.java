package org.cotejo.translation.segmentation;

/** The bytes of a translation are no plain text. */
public final class TextUndecodable extends RuntimeException {
  private final String code;

  TextUndecodable(String code, String message) {
    super(message);
    this.code = code;
  }

  /** What is wrong, for machines; for instance {@code translation.binary}. */
  public String code() {
    return code;
  }
}
