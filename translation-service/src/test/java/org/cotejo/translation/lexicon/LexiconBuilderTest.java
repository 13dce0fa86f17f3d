package org.cotejo.translation.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cotejo.translation.alignment.LinkedText;
import org.junit.jupiter.api.Test;

class LexiconBuilderTest {
  private static final LanguagePair PAIR = new LanguagePair("en", "es");
  private static final List<LinkedText> FIRST =
      List.of(
          link("The governor writes a letter.", "El gobernador escribe una carta."),
          link("The letter arrives late.", "La carta llega tarde."),
          link("The ship leaves with 45 men.", "El barco sale con 45 hombres."));
  private static final List<LinkedText> SECOND =
      List.of(
          link("A ship arrives.", "Un barco llega."),
          link("Nobody writes to the governor.", "Nadie escribe al gobernador."),
          link("The ship brings a letter.", "El barco trae una carta."));

  @Test
  void sumsUpWhatDocumentsTeach() {
    // Given
    LexiconBuilder builder = new LexiconBuilder(PAIR, LearningLimits.standard());
    // When
    builder.add(FIRST);
    builder.add(SECOND);
    ArchiveLexicon lexicon = builder.build();
    // Then
    assertEquals(2, lexicon.documents());
    assertEquals(6, lexicon.links());
    LexiconEntry ship = entry(lexicon, "ship", "barco").orElseThrow();
    assertEquals(3, ship.links());
    assertEquals(2, ship.documents());
    assertTrue(ship.firstToSecond() > .4 && ship.firstToSecond() <= .75, ship::toString);
    assertTrue(entry(lexicon, "letter", "carta").isPresent(), lexicon::toString);
    assertFalse(entry(lexicon, "ship", "carta").isPresent(), lexicon::toString);
  }

  @Test
  void pairSeenOnceAndNumbersAreNoWords() {
    // When
    ArchiveLexicon lexicon = taught(LearningLimits.standard(), FIRST, SECOND);
    // Then
    assertTrue(lexicon.entries().stream().allMatch(entry -> entry.links() >= 2));
    assertTrue(lexicon.entries().stream().noneMatch(entry -> entry.first().equals("45")));
  }

  @Test
  void linksOfLittleConfidenceTeachNothing() {
    // Given
    LexiconBuilder builder = new LexiconBuilder(PAIR, LearningLimits.standard());
    List<LinkedText> doubtful =
        FIRST.stream().map(link -> new LinkedText(link.source(), link.target(), .4)).toList();
    // When
    boolean taught = builder.add(doubtful);
    // Then
    assertFalse(taught);
    assertEquals(new ArchiveLexicon(PAIR, 0, 0, List.of()), builder.build());
  }

  @Test
  void keepsItsLimits() {
    // Given
    LearningLimits limits = new LearningLimits(.7, 5, 5, 2, 1, .02, 1);
    // When
    ArchiveLexicon lexicon = taught(limits, FIRST, SECOND);
    // Then
    assertEquals(5, lexicon.links());
    assertEquals(2, lexicon.entries().size());
    assertEquals(2, lexicon.entries().stream().map(LexiconEntry::first).distinct().count());
    assertEquals(2, lexicon.entries().stream().map(LexiconEntry::second).distinct().count());
  }

  @Test
  void sameLinksTeachTheSame() {
    assertEquals(
        taught(LearningLimits.standard(), FIRST, SECOND),
        taught(LearningLimits.standard(), FIRST, SECOND));
  }

  @Test
  void pairIsTheSameFromBothSides() {
    assertEquals(Optional.of(PAIR), LanguagePair.of("es-MX", "en"));
    assertEquals(Optional.of(PAIR), LanguagePair.of("en-GB", "es"));
    assertEquals(Optional.empty(), LanguagePair.of("es", "es-MX"));
    assertEquals(Optional.empty(), LanguagePair.of("nonsense-tag!", "en"));
    assertThrows(IllegalArgumentException.class, () -> new LanguagePair("es", "en"));
  }

  @SafeVarargs
  private static ArchiveLexicon taught(LearningLimits limits, List<LinkedText>... documents) {
    LexiconBuilder builder = new LexiconBuilder(PAIR, limits);
    for (List<LinkedText> document : documents) {
      builder.add(document);
    }
    return builder.build();
  }

  private static Optional<LexiconEntry> entry(ArchiveLexicon lexicon, String one, String other) {
    return lexicon.entries().stream()
        .filter(entry -> entry.first().equals(one) && entry.second().equals(other))
        .findFirst();
  }

  private static LinkedText link(String source, String target) {
    return new LinkedText(source, target, .9);
  }
}
