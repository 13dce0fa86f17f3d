package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
  @ParameterizedTest
  @CsvSource({
    "es, spa",
    "es-MX, spa",
    "en, eng",
    "fr, fra",
    "de, deu",
    "ru, rus",
    "cs, ces",
    "nl, nld",
    "el, ell",
    "nb, nor",
    "zh-Hant, chi_tra",
    "sr, srp",
    "sr-Latn, srp_latn",
    "grc, grc",
    "spa, spa"
  })
  void namesTheModelOfLanguage(String tag, String model) {
    assertEquals(model, new LanguageTag(tag).model());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x-private", "es_MX", "a", "../eng"})
  void refusesWhatIsNoLanguageTag(String tag) {
    assertThrows(IllegalArgumentException.class, () -> new LanguageTag(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "und-Latn", "mul", "zxx", "mis"})
  void tellsTagsThatNameNoOneLanguage(String tag) {
    assertFalse(new LanguageTag(tag).determined());
    assertTrue(new LanguageTag("sr-Latn").determined());
  }

  @Test
  void takesTheCanonicalForm() {
    assertEquals("es-MX", new LanguageTag("ES-mx").value());
  }
}
