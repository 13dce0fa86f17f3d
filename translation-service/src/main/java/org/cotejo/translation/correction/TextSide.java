package org.cotejo.translation.correction;

/** One of the two texts of a bitext. */
public enum TextSide {
  SOURCE("s"),
  TARGET("t");

  private final String prefix;

  TextSide(String prefix) {
    this.prefix = prefix;
  }

  /** The side that a name of a segment belongs to; the original for what is no name. */
  static TextSide of(String segment) {
    return segment.startsWith(TARGET.prefix) ? TARGET : SOURCE;
  }

  /** What the names of its segments begin with. */
  public String prefix() {
    return prefix;
  }
}
