package org.cotejo.translation.segmentation;

/** A translation as it was submitted cannot be read. */
public final class BrokenTranslation extends RuntimeException {
  private final String code;

  /**
   * A failure.
   *
   * @param code for machines, for instance {@code translation.binary}
   * @param message for people, with the place
   */
  public BrokenTranslation(String code, String message) {
    super(message);
    this.code = code;
  }

  /** What is wrong, for machines; for instance {@code translation.binary}. */
  public String code() {
    return code;
  }
}
