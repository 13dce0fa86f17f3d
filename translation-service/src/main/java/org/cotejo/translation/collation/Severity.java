package org.cotejo.translation.collation;

/** How much a finding matters to a curator. */
public enum Severity {
  /** Worth knowing; mostly the translator's freedom. */
  NOTE,
  /** A difference that may change what is said. */
  WARNING,
  /** A difference that changes what is said, or a leaf that is wrong. */
  ERROR
}
