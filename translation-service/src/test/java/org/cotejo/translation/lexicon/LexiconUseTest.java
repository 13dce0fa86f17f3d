package org.cotejo.translation.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cotejo.translation.alignment.PriorLexicon.Translation;
import org.cotejo.translation.bitext.Method;
import org.junit.jupiter.api.Test;

/** A lexicon in the hands of aligner and collation. */
class LexiconUseTest {
  private static final ArchiveLexicon LEXICON =
      new ArchiveLexicon(
          new LanguagePair("en", "es"),
          3,
          40,
          List.of(
              new LexiconEntry("letter", "carta", .8, .5, 8, 3),
              new LexiconEntry("letters", "cartas", .4, .5, 4, 2),
              new LexiconEntry("Paper", "papel", .2, .3, 2, 1)));

  @Test
  void priorBringsWordsTogetherToFamilies() {
    // Given: eight of ten times "letter" was a "carta", and four of ten times "letters"
    LexiconPrior prior = new LexiconPrior(LEXICON, /* sourceIsFirst= */ true);
    // When
    List<Translation> known = prior.translations("lett");
    // Then
    assertEquals(List.of(), prior.translations("carta"));
    assertEquals(1, known.stream().filter(one -> one.targetFamily().equals("cart")).count());
    assertEquals(8 / 10.0, known.getFirst().targetGivenSource(), .3);
    assertTrue(known.stream().allMatch(one -> one.sourceGivenTarget() <= 1));
  }

  @Test
  void wordsAreLookedUpFromEitherSide() {
    // Given
    LexiconWords toSpanish = new LexiconWords(LEXICON, /* sourceIsFirst= */ true);
    LexiconWords toEnglish = new LexiconWords(LEXICON, /* sourceIsFirst= */ false);
    // When and then
    assertEquals(.8, toSpanish.probability("letter", "carta"));
    assertEquals(.8, toEnglish.probability("carta", "letter"));
    assertEquals(0, toEnglish.probability("carta", "paper"));
    assertTrue(toSpanish.knowsSource("paper"));
    assertTrue(toSpanish.knowsTarget("papel"));
    assertFalse(toSpanish.knowsSource("papel"));
  }

  @Test
  void bitextNamesItsLexicon() {
    // Given
    Shelfmark mark = new Shelfmark(LEXICON.pair(), 3);
    // When
    Method method = new Method("lexical", "3", "lexical-3-abc").with(mark.name());
    // Then
    assertEquals("lexical-3-abc+en-es.3", method.fingerprint());
    assertEquals(Optional.of(mark), Shelfmark.parsed(method.lexicon()));
    assertEquals("", new Method("lexical", "3", "lexical-3-abc").lexicon());
    assertEquals(Optional.empty(), Shelfmark.parsed(""));
    assertEquals(Optional.empty(), Shelfmark.parsed("es-en.3"));
    assertEquals(Optional.empty(), Shelfmark.parsed("en-es.x"));
  }
}
