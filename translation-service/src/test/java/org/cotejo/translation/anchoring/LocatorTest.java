package org.cotejo.translation.anchoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.cotejo.translation.reading.Likeness;
import org.junit.jupiter.api.Test;

class LocatorTest {
  private static final String TEXT =
      "El cónsul Ruiz llegó el lunes a Puerto Claro con tres cajas de documentos. Nadie contestó."
          + " El capitán Moreno entregó 45 cartas en la oficina. Nadie contestó. --El gobernador"
          + " preguntó si las cajas estaban cerradas y mandó llamar al escribano del puerto.";

  @Test
  void findsEqualWordsWhateverStandsBetweenThem() {
    // Given
    Excerpt excerpt = excerpt("El capitán Moreno entregó 45 cartas");
    // When
    Found found = find(TEXT.replace("Moreno entregó", "MORENO,\nentrego"), excerpt, .4);
    // Then
    assertEquals(1, found.likeness());
    assertEquals(
        "El capitán MORENO,\nentrego 45 cartas",
        TEXT.replace("Moreno entregó", "MORENO,\nentrego").substring(found.start(), found.end()));
  }

  @Test
  void tellsEqualSentencesApartByWhatStandsAroundThem() {
    // Given
    int second = TEXT.lastIndexOf("Nadie contestó.");
    Excerpt excerpt = Excerpt.of(TEXT, second, second + "Nadie contestó.".length());
    // When
    String longer = "Una frase nueva delante de todo. " + TEXT;
    // Then
    assertEquals(longer.lastIndexOf("Nadie"), find(longer, excerpt, .1).start());
  }

  @Test
  void findsWordsThatWereReadWithErrors() {
    // Given
    Excerpt excerpt = excerpt("Nadie contestó. El capitán Moreno entregó 45 cartas en la oficina.");
    Random random = new Random(5);
    int found = 0;
    for (int round = 0; round < 200; round++) {
      String damaged = damaged(TEXT, .08, random);
      // When
      Optional<Found> place = new Locator(damaged).find(excerpt, .4);
      // Then
      if (place.isPresent()) {
        found++;
        String words = damaged.substring(place.get().start(), place.get().end());
        assertTrue(Likeness.of(FoldedText.fold(words), excerpt.words()) > .75, words);
      }
    }
    assertTrue(found >= 195, "found " + found + " of 200");
  }

  @Test
  void findsAShortSegmentReadWrongByItsSurroundings() {
    // Given
    int start = TEXT.indexOf("Nadie contestó.");
    Excerpt excerpt = Excerpt.of(TEXT, start, start + "Nadie contestó.".length());
    String damaged = TEXT.replaceFirst("Nadie contestó", "Nadle c0ntestó");
    // When
    Found found = find(damaged, excerpt, .3);
    // Then
    assertEquals("Nadle c0ntestó.", damaged.substring(found.start(), found.end()));
  }

  @Test
  void findsNothingInAnotherText() {
    // Given
    String other =
        "Los barcos de la compañía salen de Valdora dos veces por semana; el viaje dura nueve"
            + " horas. Quien llega tarde espera el siguiente, pues la aduana cierra a las seis y"
            + " ningún oficial trabaja de noche.";
    // Then
    for (String sentence : TEXT.split("(?<=\\.) ", -1)) {
      assertTrue(new Locator(other).find(excerpt(sentence), .5).isEmpty(), sentence);
    }
    assertTrue(new Locator("").find(excerpt("Nadie contestó."), .5).isEmpty());
    assertTrue(new Locator(TEXT).find(Excerpt.none(), .5).isEmpty());
  }

  private static Excerpt excerpt(String words) {
    int start = TEXT.indexOf(words);
    return Excerpt.of(TEXT, start, start + words.length());
  }

  private static Found find(String text, Excerpt excerpt, double position) {
    return new Locator(text).find(excerpt, position).orElseThrow();
  }

  /** Letters changed, left out and put in. */
  private static String damaged(String text, double share, Random random) {
    StringBuilder damaged = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      boolean hit = Character.isLetter(text.charAt(at)) && random.nextDouble() < share;
      int kind = hit ? random.nextInt(3) : -1;
      if (kind == 0) {
        damaged.append((char) ('a' + random.nextInt(26)));
      } else if (kind == 1) {
        damaged.append(text.charAt(at)).append((char) ('a' + random.nextInt(26)));
      } else if (kind < 0) {
        damaged.append(text.charAt(at));
      }
    }
    return damaged.toString();
  }
}
