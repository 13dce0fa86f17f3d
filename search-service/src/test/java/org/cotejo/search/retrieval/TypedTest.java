package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TypedTest {
  @Test
  void completesTheWordAtTheEnd() {
    Typed typed = Typed.of("  -luz \"Cónsul Gar");
    assertEquals("-luz \"Cónsul ", typed.before());
    assertEquals("Gar", typed.last());
    assertTrue(typed.completable());
    assertTrue(Typed.of("cons gar").begins("El Cónsul García"));
    assertFalse(Typed.of("cons gar").begins("El Cónsul"));
  }

  @Test
  void aFinishedWordOrASingleLetterIsNotCompleted() {
    assertFalse(Typed.of("faro ").completable());
    assertFalse(Typed.of("f").completable());
    assertFalse(Typed.of("").completable());
    assertFalse(Typed.of("\"faro\"").completable());
  }

  @Test
  void aConditionIsQuotedWhole() {
    assertEquals(
        "person:\"Ana la Larga Ruiz\"",
        Suggestion.of(Suggestion.Kind.PERSON, "Ana «la Larga» Ruiz").query());
  }
}
