package org.cotejo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void joinsWordHyphenatedOverPageBreak() {
    // Given
    PaperSource paper =
        PaperSource.parse(
            List.of(
                "@page",
                "{1}Uno. {2}La existen-",
                "@page",
                "@pagenumber --2--",
                "cia sigue.",
                "",
                "{3}Fin."));

    // When
    List<Sentences.Sentence> sentences = Sentences.ofOriginal(paper).all();

    // Then
    assertEquals(
        List.of(
            new Sentences.Sentence(1, "Uno.", List.of(1)),
            new Sentences.Sentence(2, "La existencia sigue.", List.of(1, 2)),
            new Sentences.Sentence(3, "Fin.", List.of(2))),
        sentences);
  }

  @Test
  void keepsHeadingsOfTranslationOutOfSentences() {
    // When
    List<Sentences.Sentence> sentences =
        Sentences.ofTranslation(
                List.of("EMBASSY", "", "{1}Dear Sir:", "", "IN NORWICK", "", "{2}One. {2}Two."))
            .all();

    // Then
    assertEquals(
        List.of("Dear Sir:", "One.", "Two."),
        sentences.stream().map(Sentences.Sentence::text).toList());
  }

  @Test
  void refusesUnknownDirective() {
    assertThrows(
        IllegalArgumentException.class, () -> PaperSource.parse(List.of("@page", "@sideways x")));
  }
}
