package org.cotejo.ingest.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  @Test
  void reportsEveryFaultAtOnce() {
    // Given
    Map<String, Object> tree =
        Map.of(
            "date", Map.of("edtf", "2 diciembre", "printed", "2 diciembre"),
            "originalLanguages", List.of("Spanish"),
            "titel", "Memorandum",
            "access", Map.of("level", "embargoed"),
            "parts", List.of(Map.of("title", "Nota", "pages", Map.of("from", 3, "to", 2))));
    // When
    RecordReader.Reading reading = RecordReader.read(tree, Access.open());
    // Then
    assertTrue(reading.record().isEmpty());
    assertEquals(
        List.of(
            "record.field-unknown",
            "record.title-missing",
            "record.language-invalid",
            "record.date-invalid",
            "record.embargo-day-invalid",
            "record.pages-invalid"),
        reading.findings().stream().map(Finding::code).toList());
  }

  @Test
  void readsShortFormsAndCanonicalLanguages() {
    // Given
    Map<String, Object> tree =
        Map.of("title", " Memorandum ", "originalLanguage", "spa", "date", "1951-03-07");
    // When
    RecordReader.Reading reading = RecordReader.read(tree, Access.restricted());
    // Then
    CatalogueRecord record = reading.record().orElseThrow();
    assertEquals("Memorandum", record.title());
    assertEquals(List.of(new LanguageTag("es")), record.originalLanguages());
    assertEquals("1951-03-07", record.date().orElseThrow().edtf().earliest().toString());
    assertEquals(Access.restricted(), record.access());
  }

  @Test
  void findsPartsThatShareAPage() {
    // Given
    Map<String, Object> tree =
        Map.of(
            "title", "Memorandum",
            "originalLanguages", List.of("es"),
            "parts",
                List.of(
                    Map.of("title", "Nota", "pages", Map.of("from", 1, "to", 2)),
                    Map.of("title", "Carta", "pages", Map.of("from", 2, "to", 3))));
    // When
    RecordReader.Reading reading = RecordReader.read(tree, Access.open());
    // Then
    assertEquals(
        List.of("record.parts-overlap"), reading.findings().stream().map(Finding::code).toList());
  }
}
