package org.cotejo.translation.segmentation;

/** What a segment is. */
public enum SegmentKind {
  SENTENCE("sentence"),
  HEADING("heading"),
  ADDRESS("address"),
  DATE("date"),
  SALUTATION("salutation"),
  SIGNATURE("signature"),
  OTHER("other");

  private final String wireName;

  SegmentKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in files and answers. */
  public String wireName() {
    return wireName;
  }

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException when no kind is called so
   */
  public static SegmentKind of(String wireName) {
    for (SegmentKind kind : values()) {
      if (kind.wireName.equals(wireName)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of segment is called " + wireName);
  }
}
