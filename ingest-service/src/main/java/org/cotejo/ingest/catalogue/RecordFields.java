package org.cotejo.ingest.catalogue;

import java.util.List;
import java.util.Map;

/** Names and limits of the fields of a record. */
public final class RecordFields {
  /** Longest title, in UTF-16 code units. */
  public static final int TITLE_LENGTH = 2000;

  /** Single-valued texts and their greatest lengths in UTF-16 code units. */
  public static final Map<String, Integer> TEXTS =
      Map.of(
          "collection", 500,
          "recordNumber", 200,
          "summary", 20_000,
          "citation", 5000,
          "credits", 5000,
          "provenance", 5000,
          "rights", 5000,
          "originalClassification", 500,
          "sourceUrl", 2000);

  /** Repeated texts. */
  public static final List<String> LISTS = List.of("people", "places", "subjects", "contents");

  /** Most values of a repeated text, and most parts. */
  public static final int LIST_SIZE = 500;

  /** Longest value of a repeated text. */
  public static final int LIST_ITEM_LENGTH = 500;

  private RecordFields() {}
}
