package org.cotejo.ingest.catalogue;

/** A date that ISO 8601-2 does not know; the message says why. */
public final class InvalidEdtf extends IllegalArgumentException {
  public InvalidEdtf(String message) {
    super(message);
  }

  /** Why, never null. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
