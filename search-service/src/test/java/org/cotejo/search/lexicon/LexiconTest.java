package org.cotejo.search.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private static final LexiconLimits LIMITS = new LexiconLimits(0.1, 2, 1_000);

  private static Lexica lexica(Lexicon.Entry... entries) {
    return new Lexica(Lexicon.of("en", "es", List.of(entries), LIMITS));
  }

  private static List<String> words(List<Rendering> renderings) {
    return renderings.stream().map(one -> one.to() + ":" + one.word()).toList();
  }

  @Test
  void rendersAWordOfEitherLanguageWhateverItsCaseAndAccents() {
    Lexica lexica = lexica(new Lexicon.Entry("consul", "Cónsul", 0.9, 0.8));
    assertEquals(
        List.of(new Rendering("en", "es", "Cónsul", 0.9), new Rendering("es", "en", "consul", 0.8)),
        lexica.of("CÓNSUL"));
    assertEquals(List.of(), lexica.of("faro"));
  }

  @Test
  void keepsTheMostProbableAndLeavesOutTheImprobable() {
    // Given
    Lexica lexica =
        lexica(
            new Lexicon.Entry("letter", "letra", 0.2, 0.02),
            new Lexicon.Entry("letter", "carta", 0.7, 0.9),
            new Lexicon.Entry("letter", "misiva", 0.15, 0.9),
            new Lexicon.Entry("letter", "papel", 0.05, 0.3));
    // Then
    assertEquals(List.of("es:carta", "es:letra"), words(lexica.of("letter")));
    assertEquals(List.of(), lexica.of("letra"));
  }

  @Test
  void meetsAWordInAnotherFormWithLessConfidence() {
    // Given
    Lexica lexica =
        lexica(
            new Lexicon.Entry("rocket", "cohete", 0.8, 0.8),
            new Lexicon.Entry("rocketry", "cohetería", 0.8, 0.8),
            new Lexicon.Entry("war", "guerra", 0.8, 0.8));
    // When
    List<Rendering> plural = lexica.of("rockets");
    // Then
    assertEquals(List.of("es:cohete"), words(plural));
    assertTrue(plural.getFirst().probability() < 0.8);
    assertEquals(List.of("en:rocket"), words(lexica.of("cohetes")));
    assertEquals(List.of(), lexica.of("wars"), "of a short word no ending is taken off");
  }

  @Test
  void readsNoMoreThanItsLimit() {
    // Given
    List<Lexicon.Entry> many =
        IntStream.range(0, 10)
            .mapToObj(n -> new Lexicon.Entry("one" + n, "uno" + n, 1, 1))
            .toList();
    // When
    Lexica lexica = new Lexica(Lexicon.of("en", "es", many, new LexiconLimits(0.1, 2, 5)));
    // Then
    assertEquals(1, lexica.of("one4").size());
    assertEquals(0, lexica.of("one5").size());
    assertThrows(IllegalArgumentException.class, () -> new LexiconLimits(2, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Published("english", 1, "a", "b"));
  }
}
