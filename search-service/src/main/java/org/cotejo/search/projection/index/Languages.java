package org.cotejo.search.projection.index;

import java.util.List;
import java.util.stream.Stream;

/** The languages that the index analyses in their own way. */
public final class Languages {
  /** Two-letter codes, as in the names of the fields of {@code index/documents-v1.json}. */
  public static final List<String> ANALYSED =
      List.of("es", "en", "fr", "de", "ru", "pt", "it", "nl", "cs", "da", "hu");

  private Languages() {}

  /** Name of the text field for a language tag. */
  public static String field(String tag) {
    String language = tag.split("-", -1)[0];
    return "text_" + (ANALYSED.contains(language) ? language : "other");
  }

  /** Names of all text fields. */
  public static Stream<String> fields() {
    return Stream.concat(ANALYSED.stream(), Stream.of("other")).map(language -> "text_" + language);
  }
}
