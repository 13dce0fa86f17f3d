package org.cotejo.translation.reading;

/** What a region of a page is, as the recogniser saw it. */
public enum RegionType {
  BODY("body"),
  HEADING("heading"),
  DATE_LINE("date-line"),
  ADDRESS("address"),
  LETTERHEAD("letterhead"),
  PAGE_NUMBER("page-number"),
  STAMP("stamp"),
  SIGNATURE("signature"),
  MARGINAL_NOTE("marginal-note"),
  TABLE("table"),
  UNKNOWN("unknown");

  private final String wireName;

  RegionType(String wireName) {
    this.wireName = wireName;
  }

  /** The name in files and events. */
  public String wireName() {
    return wireName;
  }

  /** The type of a name; {@link #UNKNOWN} for one that a later version may bring. */
  public static RegionType of(String wireName) {
    for (RegionType type : values()) {
      if (type.wireName.equals(wireName)) {
        return type;
      }
    }
    return UNKNOWN;
  }

  /** Whether such a region stands beside the text rather than in it. */
  boolean isFurniture() {
    return switch (this) {
      case LETTERHEAD, PAGE_NUMBER, STAMP, MARGINAL_NOTE -> true;
      case BODY, HEADING, DATE_LINE, ADDRESS, SIGNATURE, TABLE, UNKNOWN -> false;
    };
  }
}
