package org.cotejo.translation.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordTranslationsTest {
  private static final List<LinkedText> LETTERS =
      List.of(
          new LinkedText("El gobernador escribe una carta.", "The governor writes a letter.", 1),
          new LinkedText("La carta llega tarde.", "The letter arrives late.", 1),
          new LinkedText("El gobernador llega a Talara.", "The governor arrives in Talara.", 1),
          new LinkedText("El barco sale de Talara.", "The ship leaves Talara.", 1),
          new LinkedText("El barco llega con una carta.", "The ship arrives with a letter.", 1),
          new LinkedText("Nadie escribe en el barco.", "Nobody writes on the ship.", 1));

  @Test
  void setsWordsBesideTheirTranslations() {
    // Given
    WordTranslations model = WordTranslations.learn(LETTERS);
    // When
    String pairs =
        model
            .pairs("El barco lleva la carta a Talara", "The ship takes the letter to Talara", .3)
            .stream()
            .map(pair -> pair.source().written() + "=" + pair.target().written())
            .collect(Collectors.joining(" "));
    // Then
    assertTrue(pairs.contains("barco=ship"), pairs);
    assertTrue(pairs.contains("carta=letter"), pairs);
    assertTrue(pairs.contains("Talara=Talara"), pairs);
    assertTrue(!pairs.contains("barco=letter"), pairs);
  }

  @Test
  void wordsThatWereNeverSeenHaveNoCounterpart() {
    // Given
    WordTranslations model = WordTranslations.learn(LETTERS);
    // When and then
    assertEquals(List.of(), model.pairs("Zozobra", "Nonsense", .01));
    assertEquals(List.of(), WordTranslations.learn(List.of()).pairs("carta", "letter", .01));
    assertEquals(List.of(), model.pairs("", "letter", .01));
  }

  @Test
  void offsetsAreThoseOfTheTexts() {
    // Given
    String source = "1.000 cartas, ningún barco";
    // When
    List<PlainWord> words = PlainWord.in(source);
    // Then
    assertEquals(List.of("1.000", "cartas", "ningún", "barco"), written(words));
    words.forEach(word -> assertEquals(word.written(), source.substring(word.start(), word.end())));
    assertEquals("1000", words.getFirst().folded());
    assertEquals("ningun", words.get(2).folded());
  }

  private static List<String> written(List<PlainWord> words) {
    return words.stream().map(PlainWord::written).toList();
  }
}
