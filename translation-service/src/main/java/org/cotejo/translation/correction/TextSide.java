package org.cotejo.translation.correction;

/** One of the two texts of a bitext. */
public enum TextSide {
  SOURCE("s"),
  TARGET("t");

  private final String prefix;

  TextSide(String prefix) {
    this.prefix = prefix;
  }

  /** What the names of its segments begin with. */
  public String prefix() {
    return prefix;
  }
}
