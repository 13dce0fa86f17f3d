package org.cotejo.translation.reading;

/** How a word came by its box. */
public enum Placement {
  /** The recogniser read it there. */
  READ("read"),
  /** Written by a person; the recogniser read the same word, whose box it has. */
  MATCHED("matched"),
  /** Written by a person; the recogniser read something else there, whose box it has or shares. */
  SUBSTITUTED("substituted"),
  /** Written by a person where the recogniser saw nothing; the box is that of the person's file. */
  SUPPLIED("supplied"),
  /** Written by a person where the recogniser saw nothing; the box is reckoned from neighbours. */
  INTERPOLATED("interpolated");

  private final String wireName;

  Placement(String wireName) {
    this.wireName = wireName;
  }

  /** The name in files. */
  public String wireName() {
    return wireName;
  }

  /** The placement of a name; {@link #READ} for none or one that a later version may bring. */
  public static Placement of(String wireName) {
    for (Placement placement : values()) {
      if (placement.wireName.equals(wireName)) {
        return placement;
      }
    }
    return READ;
  }
}
