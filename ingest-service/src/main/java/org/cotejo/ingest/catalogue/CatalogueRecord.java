package org.cotejo.ingest.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the catalogue says of a document.
 *
 * @param title of the document
 * @param originalLanguages at least one, the main one first
 * @param date of the document
 * @param texts the single-valued fields that were given, by their names in {@link RecordFields}
 * @param lists the repeated fields that were given, by their names in {@link RecordFields}
 * @param access who may see it
 * @param parts the papers it holds, in order
 */
public record CatalogueRecord(
    String title,
    List<LanguageTag> originalLanguages,
    Optional<EdtfDate> date,
    Map<String, String> texts,
    Map<String, List<String>> lists,
    Access access,
    List<Part> parts) {
  public CatalogueRecord {
    originalLanguages = List.copyOf(originalLanguages);
    texts = Map.copyOf(texts);
    lists = Map.copyOf(lists);
    parts = List.copyOf(parts);
  }
}
