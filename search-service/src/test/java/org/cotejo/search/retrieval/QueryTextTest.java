package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
  @Test
  void bringsSpaceAndQuotationMarksIntoOneForm() {
    assertEquals("\"vuelos bajos\" cónsul", QueryText.checked("  «vuelos   bajos» cónsul "));
    assertEquals("", QueryText.checked("   "));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"vuelos bajos', query.quote-open",
    "'-cónsul -Ruiz', query.only-exclusions",
    "'-\"vuelos bajos\"', query.only-exclusions",
    "'-\"vuelos bajos\" -Ruiz', query.only-exclusions",
    "'... --', query.no-words"
  })
  void explainsWhatItDoesNotUnderstand(String query, String code) {
    assertEquals(
        code, assertThrows(QueryText.InvalidQuery.class, () -> QueryText.checked(query)).code());
  }

  @Test
  void limitsLengthAndWords() {
    assertThrows(QueryText.InvalidQuery.class, () -> QueryText.checked("x".repeat(1001)));
    assertThrows(QueryText.InvalidQuery.class, () -> QueryText.checked("x ".repeat(51)));
  }

  @Test
  void anExcludedPhraseBesideAWordIsAllowed() {
    assertEquals("cónsul -\"vuelos bajos\"", QueryText.checked("cónsul -\"vuelos bajos\""));
    assertEquals("\"a -b\"", QueryText.checked("\"a -b\""));
  }
}
