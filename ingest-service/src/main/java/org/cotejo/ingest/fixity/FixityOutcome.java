package org.cotejo.ingest.fixity;

/** What a comparison of a stored file with its digest has shown. */
public sealed interface FixityOutcome {
  /** The bytes are those that came in. */
  record Sound() implements FixityOutcome {}

  /** The store has no such object. */
  record Missing() implements FixityOutcome {}

  /**
   * The bytes are others.
   *
   * @param actual SHA-256 of what is there, in hexadecimal digits
   */
  record Differs(String actual) implements FixityOutcome {}

  /** Name in the database, the API and metrics. */
  default String state() {
    return switch (this) {
      case Sound() -> "sound";
      case Missing() -> "missing";
      case Differs(String _) -> "differs";
    };
  }

  /** A sentence for operators; empty when nothing is wrong. */
  default String detail() {
    return switch (this) {
      case Sound() -> "";
      case Missing() -> "The object store has no such object.";
      case Differs(String actual) -> "The stored bytes have the SHA-256 " + actual + ".";
    };
  }
}
