package org.cotejo.translation.collation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhraseTest {

  @ParameterizedTest
  @EnumSource
  void isFoundAgainInItsSentence(Phrase phrase) {
    // Given
    List<String> quotes = Collections.nCopies(phrase.quotes(), "(155) a.\nE. 44\u201d \\E $1 %s");
    // When
    Optional<Phrase.Said> said = Phrase.of(phrase.with(quotes.toArray(String[]::new)).sentence());
    // Then
    assertEquals(Optional.of(new Phrase.Said(phrase, quotes)), said);
  }

  @Test
  void isNothingThatAFormerVersionSaid() {
    assertTrue(Phrase.of("The numbers differ.").isEmpty());
  }

  @Test
  void quotesWhatIsSetIn() {
    assertEquals(
        Optional.of(new Phrase.Said(Phrase.OTHER_NUMBER, List.of("45", "54"))),
        Phrase.of("The original says \u201c45\u201d, the translation says \u201c54\u201d."));
    assertEquals("other-number", Phrase.OTHER_NUMBER.code());
  }
}
