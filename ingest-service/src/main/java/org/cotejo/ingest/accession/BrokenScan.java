package org.cotejo.ingest.accession;

/** A scan that cannot be taken; code and message say why. */
public final class BrokenScan extends Exception {
  private final String code;

  public BrokenScan(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** For people, never null. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
