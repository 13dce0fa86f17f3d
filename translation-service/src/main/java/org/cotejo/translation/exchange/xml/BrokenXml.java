package org.cotejo.translation.exchange.xml;

/** XML that cannot be read, with its place. */
public final class BrokenXml extends RuntimeException {
  private final Kind kind;
  private final String place;
  private final String fault;

  /** What is wrong. */
  public enum Kind {
    /** Not well-formed, or an entity that nobody takes in. */
    BROKEN,
    /** More elements inside each other than anybody needs. */
    TOO_DEEP,
    /** Well-formed, but not what it should be. */
    INVALID
  }

  BrokenXml(Kind kind, String place, String fault) {
    super(fault + place);
    this.kind = kind;
    this.place = place;
    this.fault = fault;
  }

  public Kind kind() {
    return kind;
  }

  /** {@code " at line 3, column 7"}; empty when not known. */
  public String place() {
    return place;
  }

  /** What is wrong, without full stop. */
  public String fault() {
    return fault;
  }
}
