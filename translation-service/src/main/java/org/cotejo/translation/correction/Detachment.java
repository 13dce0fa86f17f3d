package org.cotejo.translation.correction;

/** Why something that a curator said cannot be applied to a text as it is read now. */
public enum Detachment {
  /** A segment that it speaks of is not found. */
  NOT_FOUND("not-found"),
  /** Its segments are found, but others stand between them. */
  APART("apart"),
  /** Another correction is found at the same place, which was not made to replace it. */
  OVERLAPPED("overlapped");

  private final String wireName;

  Detachment(String wireName) {
    this.wireName = wireName;
  }

  /** The name in answers. */
  public String wireName() {
    return wireName;
  }
}
