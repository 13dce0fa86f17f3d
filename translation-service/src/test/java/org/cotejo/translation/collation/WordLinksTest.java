package org.cotejo.translation.collation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordLinksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "es#en#Ayer habló Jruschov en la sala.#Yesterday Khrushchev spoke in the hall.#Jruschov#Khrushchev",
        "es#de#Ayer habló Jruschov en la sala.#Gestern sprach Chruschtschow im Saal.#Jruschov#Chruschtschow",
        "ru#en#Вчера говорил Хрущёв.#Yesterday Khrushchev spoke.#Хрущёв#Khrushchev",
        "es#en#Salió de Brasil en barco.#He left Brazil by ship.#Brasil#Brazil",
        "es#en#Vive en Alemania con Moreno.#He lives in Germany with Moreno.#Alemania#Germany",
      })
  void linksNamesAcrossSpellingsScriptsAndLanguages(
      String from, String to, String source, String target, String name, String counterpart) {
    // When
    List<String> links = links(from, to, List.of(source), List.of(target)).getFirst();
    // Then
    assertTrue(links.contains("name " + name + "=" + counterpart), links::toString);
  }

  @Test
  void linksNumbersAndDatesByValue() {
    // When
    List<String> links =
        links(
                "es",
                "en",
                List.of("El 5 de mayo de 1951 llegaron 1.000 cajas y dos cartas."),
                List.of("On May 5, 1951 two letters and 1,000 crates arrived."))
            .getFirst();
    // Then
    assertTrue(links.contains("date 5 de mayo de 1951=May 5, 1951"), links::toString);
    assertTrue(links.contains("number 1.000=1,000"), links::toString);
    assertTrue(links.contains("number dos=two"), links::toString);
  }

  @Test
  void linksContentWordsThatTheDocumentTeaches() {
    // Given
    List<String> source =
        List.of(
            "El gobernador escribe una carta.",
            "La carta llega tarde.",
            "El gobernador llega a Talara.",
            "El barco sale de Talara.",
            "El barco llega con una carta.",
            "Nadie escribe en el barco.");
    List<String> target =
        List.of(
            "The governor writes a letter.",
            "The letter arrives late.",
            "The governor arrives in Talara.",
            "The ship leaves Talara.",
            "The ship arrives with a letter.",
            "Nobody writes on the ship.");
    // When
    List<List<String>> links = links("es", "en", source, target);
    // Then
    assertTrue(links.get(4).contains("word barco=ship"), links::toString);
    assertTrue(links.get(1).contains("word carta=letter"), links::toString);
  }

  @Test
  void eachWordHasAtMostOneCounterpartAndTheSameTextTheSameLinks() {
    // Given
    List<String> source = List.of("Moreno vio a Moreno y a Moreno.");
    List<String> target = List.of("There Moreno saw Moreno.");
    // When
    List<WordLink> links = raw("es", "en", source, target).getFirst();
    // Then
    assertEquals(
        links.size(), links.stream().map(link -> link.source().start()).distinct().count());
    assertEquals(
        links.size(), links.stream().map(link -> link.target().start()).distinct().count());
    assertEquals(links, raw("es", "en", source, target).getFirst());
  }

  private static List<List<String>> links(
      String from, String to, List<String> source, List<String> target) {
    String original = String.join("\n", source);
    String translation = String.join("\n", target);
    List<List<String>> named = new ArrayList<>();
    for (List<WordLink> links : raw(from, to, source, target)) {
      named.add(
          links.stream()
              .map(
                  link ->
                      link.kind().name().toLowerCase(java.util.Locale.ROOT)
                          + " "
                          + original.substring(link.source().start(), link.source().end())
                          + "="
                          + translation.substring(link.target().start(), link.target().end()))
              .toList());
    }
    return named;
  }

  private static List<List<WordLink>> raw(
      String from, String to, List<String> source, List<String> target) {
    List<Segment> segments = Sentences.segments(source);
    Reading reading =
        new Reading(
            new ReadingText(String.join("\n", source), List.of(), List.of(), List.of(), List.of()),
            segments,
            segments.stream().map(segment -> 1).toList());
    List<Link> links = new ArrayList<>();
    for (int k = 0; k < source.size(); k++) {
      links.add(new Link(List.of(k), List.of(k), .9));
    }
    Bitext bitext =
        new Bitext(
            from,
            to,
            "",
            new Method("lexical", "1", "lexical-1-test"),
            String.join("\n", target),
            Sentences.segments(target),
            List.of(),
            links,
            List.of(),
            List.of());
    return WordLinks.of(reading, bitext, Lexica.Known.NOTHING);
  }
}
