package org.cotejo.translation.collation;

/** How much a finding matters to a curator. */
public enum Severity {
  /** Worth knowing; mostly the translator's freedom. */
  NOTE("note"),
  /** A difference that may change what is said. */
  WARNING("warning"),
  /** A difference that changes what is said, or a leaf that is wrong. */
  ERROR("error");

  private final String wireName;

  Severity(String wireName) {
    this.wireName = wireName;
  }

  /** How much it matters when it may be none; the least stays the least. */
  Severity lower() {
    return this == ERROR ? WARNING : NOTE;
  }

  /** The name in answers and filters. */
  public String wireName() {
    return wireName;
  }
}
