package org.cotejo.search.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTypesTest {
  @ParameterizedTest
  @CsvSource({
    "'Memorándum de Moscú', memorandum",
    "'Carta del cónsul sobre el informe', letter",
    "'Report on the letter of May 3', report",
    "'Телеграмма послу', telegram",
    "'Bericht der Gesandtschaft', report",
    "'Vuelos sobre la costa', ''"
  })
  void theFirstWordThatNamesATypeCounts(String title, String type) {
    Set<String> expected = type.isEmpty() ? Set.of() : Set.of(type);
    assertEquals(expected, PaperTypes.of(List.of(title), List.of()));
  }

  @Test
  void partsHaveTheirOwnAndSubjectsAreAskedLast() {
    assertEquals(
        Set.of("memorandum", "note"),
        PaperTypes.of(List.of("Nota de remisión", "Memorándum"), List.of("Cartas")));
    assertEquals(
        Set.of("letter"), PaperTypes.of(List.of("Asuntos del faro"), List.of("Faros", "Cartas")));
  }
}
