package org.cotejo.ocr.recognition;

/** What a part of a page is. */
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

  private final String label;

  RegionType(String label) {
    this.label = label;
  }

  /** The word that transcription files use. */
  public String label() {
    return label;
  }
}
