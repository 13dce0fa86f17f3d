package org.cotejo.search.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cotejo.search.names.codec.DaitchMokotoffSounds;
import org.cotejo.search.retrieval.Marks.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameVariantsTest {
  private final NameVariants bySound =
      new NameVariants(new DaitchMokotoffSounds(), new Aliases(Stream.of()));

  @ParameterizedTest
  @CsvSource({
    "Khrushchev, Jruschov, es",
    "Jruschov, Khrushchev, en",
    "jruschov, Хрущёв, ru",
    "Khrushchev, Chruschtschow, de",
    "Jruschov, Khrouchtchev, fr",
    "Kruschev, Jruschov, es",
    "Gromyko, Gromiko, es",
    "Malinovsky, Malinowski, de",
    "Dobrynin, Добрынин, ru",
    "Mikoyan, Mikoyán, es",
    "Mikojan, Mikoyan, en",
    "Kosygin, Kosiguin, es",
  })
  void findsANameAsAnotherLanguageWritesIt(String asked, String written, String language) {
    String text = "Ayer " + written + " calló.";
    assertEquals(
        List.of(new Range(5, 5 + written.length())),
        bySound.in(text, language, bySound.forms(asked)));
  }

  @ParameterizedTest
  @CsvSource({
    "Khrushchev, Kennedy, en",
    "Gromyko, Kramer, en",
    "Stevenson, Stefano, es",
    "Castro, Cuatro, es",
  })
  void keepsNamesApartThatSoundOtherwise(String asked, String written, String language) {
    assertEquals(List.of(), bySound.in("Ayer " + written, language, bySound.forms(asked)));
  }

  @Test
  void everydayWordsHaveNoSound() {
    assertTrue(bySound.forms("vuelos").sounds().isEmpty());
    assertTrue(bySound.forms("Cuba").sounds().isEmpty());
    Set<String> everyday =
        NameVariants.everyday(List.of("Bulganin habló.", "Los aviones salieron.", "Ya salieron."));
    assertTrue(bySound.sounds("Salieron aviones", "es", everyday).isEmpty());
    assertFalse(bySound.sounds("Salieron con Bulganin", "es", everyday).isEmpty());
  }

  @Test
  void theTableJoinsWhatSoundDoesNot() {
    NameVariants variants =
        new NameVariants(
            new DaitchMokotoffSounds(),
            new Aliases(Stream.of("# title", "", "La Habana; Havana;  La Havane")));
    assertEquals(List.of("Havana", "La Havane"), variants.forms("la  habana").aliases());
    assertEquals(
        List.of(new Range(8, 17)),
        variants.in("Llegó a La Habana hoy.", "es", variants.forms("havana")));
  }

  @Test
  void refusesARowOfOneForm() {
    assertThrows(IllegalArgumentException.class, () -> new Aliases(Stream.of("Havana;")));
  }
}
