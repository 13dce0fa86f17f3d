package org.cotejo.translation.collation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Furniture;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.EditorialAnnotations;
import org.cotejo.translation.segmentation.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule fires on a difference and keeps quiet without one; a bar parts the two texts. */
class CollatorTest {
  private final Collator collator = new Collator();

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "number#Esperó dos años.#He waited three years.",
        "number#Trajo 1.000 cajas.#He brought 1,500 crates.",
        "number#Llegaron 45 cartas en barco.#Letters arrived by ship.",
        "number#Llegó a las 15.30 de la tarde.#He came at 16.30 in the afternoon.",
        "date#Salió el 5 diciembre de 1962.#He left on 6 December 1962.",
        "date#Salió el 5/12/1962 de casa.#He left home on 2 March 1962.",
        "name#Anoche habló con Moreno en casa.#Last night he spoke with Vasquez at home.",
        "name#Anoche habló con el Ministro Moreno en casa.#Last night he spoke with Minister Vasquez at home.",
        "quotation#Dijo que \"le preocupaba mucho\" el caso.#He said the case worried him greatly.",
        "quotation#Habló de su derecho.#He spoke of his \"right\".",
        "question#¿Vendrá mañana el barco?#The ship will come tomorrow.",
        "negation#El barco no ha llegado.#The ship has arrived.",
        "negation#El barco ha llegado.#The ship has not arrived.",
        "negation#¿Dónde está el barco?#Where is the ship not?",
        "negation#El puerto era inaccesible.#The port was not inaccessible.",
        "negation#El barco, importante aquí, ha llegado.#The ship, important here, has not arrived.",
        "modality#Ellos hicieron posible la salida.#They might help him leave.",
        "untranslated#El barco salió de noche y sin luces.#El barco salió de noche y sin luces.",
        "annotation#Habló de su amigo.#He spoke of his [old friend.",
        "spelling-variant#Firmó Osvaldo Torredo en casa.#Signed Osvaldo Torrado at home."
      })
  void firesOnADifference(String rule, String source, String target) {
    // When
    List<Finding> findings = collate("es", "en", List.of(source), List.of(target));
    // Then
    assertTrue(
        findings.stream().anyMatch(finding -> finding.rule().code().equals(rule)),
        () -> "no " + rule + " among " + findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "es#en#Esperó dos años.#He waited two years.",
        "es#en#Trajo 1.000 cajas.#He brought 1,000 crates.",
        "de#fr#Es stand im 70. Jahrgang.#On le lit au 7O. volume.",
        "es#en#Trajo treinta y cinco cajas.#He brought 35 crates.",
        "fr#en#Il avait quatre-vingt-dix-sept livres.#He had ninety-seven books.",
        "de#en#Er hatte zweihundertfünfunddreißig Briefe.#He had 235 letters.",
        "es#en#Salió el 5 diciembre de 1962.#He left on 5 December 1962.",
        "es#en#Salió el 5/12/1962 de casa.#He left home on December 5, 1962.",
        "es#en#Anoche habló con Jruschov en casa.#Last night he spoke with Khrushchev at home.",
        "ru#en#Вчера говорил Хрущёв дома.#Yesterday our Khrushchev spoke at home.",
        "es#en#Ayer volvió de Alemania en tren.#Yesterday he came from Germany by train.",
        "es#en#Dijo que \"le preocupaba mucho\" el caso.#He said “it worried him greatly”.",
        "es#en#¿Vendrá mañana el barco?#Will the ship come tomorrow?",
        "es#en#El barco no ha llegado.#The ship hasn't arrived.",
        "es#en#Tal vez venga el barco.#Perhaps the ship will come.",
        "es#en#Vino el director de Asuntos Remotos a la Marina.#Director of Far Affairs came to the Navy.",
        "es#en#Abrió el sello de la Dirección de Faros.#He opened the seal of the Lighthouse Board.",
        "es#en#Llegó a la isla el 20 MAR. 1956 de noche.#He came to the island on March 20, 1956 by night.",
        "es#en#El barco salió de la isla el 3 de mayo.#The ship left the island on May 3.",
        "de#en#Er kam um 15.30 Uhr nach Hause.#He came home at 15 h 30.",
        "de#fr#Sie haben dort zwei Wochen gewartet.#Ils y ont attendu quinze jours.",
        "de#fr#Er war auf drei Achttausendern.#Il a gravi trois sommets de 8000 m.",
        "es#en#Estuvo allí en 1952/53 con ellos.#He was there with them in 1952 and 1953.",
        "es#en#La caja medía 1 ½ metros.#The crate measured 1.5 meters.",
        "es#en#No llegó sino tarde a casa.#He came home late.",
        "fr#en#Il ne voit que la mer de sa maison.#He sees only the sea from his house.",
        "fr#en#Il ne laissait pas d'avoir de l'argent.#He had some money.",
        "es#en#Lo primero fue saber si era la mujer.#The first thing was to know if she was not the wife.",
        "es#en#Le sirvió no poco.#It was very useful to him.",
        "es#en#Allí luchó el buen Vesfaliano.#There fought the good Westphalian.",
        "es#en#Ayer pasaron por Massa.#Yesterday they passed through Masa.",
        "es#en#¿No vendrá mañana el barco?#Will the ship come tomorrow?",
        "es#en#El barco llegó, sin embargo, de noche.#The ship came by night, however.",
        "de#en#Der Bau soll noch in diesem Sommer beginnen.#The work is to begin this very summer.",
        "fr#en#Il a sans doute fait un pas vers la porte.#He took a step to the door, no doubt.",
        "es#en#Habló de su proyecto.#He spoke of his project [i.e., draft-ed.]."
      })
  void keepsQuietWhereBothSayTheSame(String from, String to, String source, String target) {
    // When
    List<Finding> findings = collate(from, to, List.of(source), List.of(target));
    // Then
    assertEquals(List.of(), findings);
  }

  @Test
  void reportsWhatHasNoCounterpartButNoLetterheadNorTypistsMark() {
    // Given
    List<String> source =
        List.of(
            "CONSULADO DE LA ISLA VERDE",
            "El barco salió por la noche.",
            "Nadie lo vio en el puerto.",
            "ABC:xy.",
            "Registro Núm. 308/37",
            "Mañana vuelve a casa.");
    // When
    List<Finding> findings =
        collator.collate(
            reading(source, 1),
            bitext(
                List.of(
                    "The ship left by night.",
                    "Tomorrow it returns home.",
                    "It was a fine old ship."),
                List.of(new Link(List.of(1), List.of(0), .9), new Link(List.of(5), List.of(1), .9)),
                List.of(0, 2, 3, 4),
                List.of(2)));
    // Then
    assertEquals(List.of(Rule.OMISSION, Rule.ADDITION), rules(findings));
    assertEquals(List.of("s3"), findings.getFirst().source().segments());
    assertEquals(List.of("t3"), findings.getLast().target().segments());
  }

  @Test
  void takesWhatIsLeftOverOnBothSidesOfOnePlaceForAFreeTranslation() {
    // Given two sentences between the same links, of which the aligner made nothing
    List<String> source =
        List.of("El barco salió.", "A Dios pongo por testigo de ello.", "Vuelve mañana.");
    List<String> target =
        List.of("The ship left.", "Never was a truer word spoken.", "It returns tomorrow.");
    List<Link> links =
        List.of(new Link(List.of(0), List.of(0), .9), new Link(List.of(2), List.of(2), .9));
    // Then
    assertEquals(
        List.of(),
        collator.collate(reading(source, 1), bitext(target, links, List.of(1), List.of(1))));
    assertEquals(
        List.of(Rule.OMISSION),
        rules(
            collator.collate(
                reading(source, 1),
                bitext(
                    List.of(target.getFirst(), target.getLast()),
                    List.of(
                        new Link(List.of(0), List.of(0), .9), new Link(List.of(2), List.of(1), .9)),
                    List.of(1),
                    List.of()))));
  }

  @Test
  void takesNoNumberForMissingThatStandsInALineNearBy() {
    // Given: the translator has two lines of a list in the other order
    List<String> source = List.of("Cajas de libros: 84.", "Sacos de harina: 31.", "Nada más.");
    List<String> target = List.of("Sacks of flour: 31.", "Crates of books: 84.", "Nothing else.");
    // Then
    assertFalse(rules(collate("es", "en", source, target)).contains(Rule.NUMBER));
  }

  @ParameterizedTest
  @CsvSource({"Makalu, false", "Wexford, true"})
  void tellsNamesFromOtherGermanNouns(String named, boolean reported) {
    // Given a text that has the name elsewhere too, among nouns that all have capitals
    List<String> source =
        List.of(
            "Gestern sahen wir den Makalu von Westen.",
            "Die Hütte steht seit Jahren am Fuß der Wand.",
            "Morgen steigen die Träger mit dem Koch auf den Makalu.");
    List<String> target =
        List.of(
            "Yesterday we saw Makalu from the west.",
            "For years the hut has stood at the foot of the wall.",
            "Tomorrow the porters and the cook go up " + named + ".");
    // When
    List<Finding> findings = collate("de", "en", source, target);
    // Then
    assertEquals(
        reported ? List.of(Rule.NAME) : List.of(), rules(findings), () -> findings.toString());
  }

  @Test
  void takesNoLastNameForTheFirstNameBesideIt() {
    // Given a first name that always stands beside the last name
    List<String> source =
        List.of(
            "Ayer vino Arne Saknussemm de viaje.",
            "Hoy habló Arne Saknussemm en casa.",
            "Mañana vuelve Arne Saknussemm a la isla.");
    List<String> target =
        List.of(
            "Yesterday came Arne Saknussemm from his trip.",
            "Today spoke Arne Saknussemm at home.",
            "Tomorrow returns Wexford Saknussemm to the island.");
    // Then
    assertTrue(rules(collate("es", "en", source, target)).contains(Rule.NAME));
  }

  @Test
  void leavesAStampOutThatWasReadIntoALine() {
    // Given a stamp of two words above a line of the letter, and the letter without it
    String text = "20 MAR Lo vieron 17 hombres.";
    List<PlacedWord> words =
        List.of(
            new PlacedWord(0, 6, 1, List.of(new PageBox(1, new Box(10, 10, 50, 12), "r1l1"))),
            new PlacedWord(7, 28, 1, List.of(new PageBox(1, new Box(10, 40, 150, 12), "r2l1"))));
    Reading reading =
        new Reading(
            new ReadingText(text, List.of(), words, List.of(), List.of()),
            Sentences.segments(List.of(text)),
            List.of(1));
    List<Link> links = List.of(new Link(List.of(0), List.of(0), .9));
    // Then
    assertEquals(
        List.of(),
        collator.collate(reading, bitext(List.of("17 men saw it."), links, List.of(), List.of())));
    assertEquals(
        List.of(Rule.NUMBER),
        rules(
            collator.collate(
                reading, bitext(List.of("19 men saw it."), links, List.of(), List.of()))));
  }

  @Test
  void namesBothPlacesWithBoxes() {
    // When
    Finding finding =
        collate("es", "en", List.of("Esperó dos años."), List.of("He waited three years."))
            .getFirst();
    // Then
    assertEquals(
        "dos", "Esperó dos años.".substring(finding.source().start(), finding.source().end()));
    assertEquals(
        "three",
        "He waited three years.".substring(finding.target().start(), finding.target().end()));
    assertEquals(2, finding.source().boxes().getFirst().page());
    assertEquals("The original says “dos”, the translation says “three”.", finding.message());
    assertEquals(Severity.ERROR, finding.severity());
  }

  @Test
  void keyFollowsTheContentAndNotTheIndex() {
    // Given
    Finding alone =
        collate("es", "en", List.of("Esperó dos años."), List.of("He waited three years."))
            .getFirst();
    // When
    List<Finding> later =
        collate(
            "es",
            "en",
            List.of("Vino en barco desde el puerto lejano.", "Esperó dos años."),
            List.of("He came by ship from the distant port.", "He waited three years."));
    // Then
    assertEquals(List.of("s2"), later.getFirst().source().segments());
    assertEquals(alone.rule(), later.getFirst().rule());
    assertEquals(
        later,
        collate(
            "es",
            "en",
            List.of("Vino en barco desde el puerto lejano.", "Esperó dos años."),
            List.of("He came by ship from the distant port.", "He waited three years.")));
  }

  @Test
  void reportsSpellingsOfOneNameThatDifferByAnAccent() {
    // When
    List<Finding> findings =
        collate(
            "es",
            "en",
            List.of("Hoy vino Raúl de viaje.", "Después se fue Rául de viaje."),
            List.of("Today Raúl came from his trip.", "Later Raúl left on a trip."));
    // Then
    assertEquals(List.of(Rule.SPELLING_VARIANT), rules(findings));
  }

  @ParameterizedTest
  @CsvSource({".43, false", ".83, true"})
  void takesNoUnsureReadingForAnotherSpelling(double confidence, boolean reported) {
    // Given
    List<String> source = List.of("Heute kam Dr. Lindqvist.", "Später ging Lindgqvist fort.");
    List<String> target = List.of("Today came Dr. Lindqvist.", "Later Lindqvist left.");
    List<Link> links =
        List.of(new Link(List.of(0), List.of(0), .9), new Link(List.of(1), List.of(1), .9));
    // When
    List<Finding> findings =
        collator.collate(reading(source, confidence), bitext(target, links, List.of(), List.of()));
    // Then
    assertEquals(reported, rules(findings).contains(Rule.SPELLING_VARIANT), findings::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Llegaron 17 cartas.#Letters came, 19 of them.#number#WARNING#other-number-doubted",
        "Llegaron 45 cartas.#Letters came.#number#WARNING#number-missing-doubted",
        "Salió el 5 de mayo.#He left on May 6.#date#WARNING#other-date-doubted",
        "Anoche habló con Moreno.#Last night he spoke with Vasquez.#name#NOTE#other-name-doubted"
      })
  void saysOfWhatWasHardlyReadThatItMayBeMisread(
      String source, String target, String rule, Severity severity, String phrase) {
    // Given
    Bitext bitext =
        bitext(
            List.of(target), List.of(new Link(List.of(0), List.of(0), .9)), List.of(), List.of());
    // When
    Finding sure = of(rule, collator.collate(reading(List.of(source), .5), bitext));
    Finding doubted = of(rule, collator.collate(reading(List.of(source), .49), bitext));
    // Then
    assertEquals(Rule.of(rule).severity(), sure.severity());
    assertEquals(phrase, sure.said().phrase().code() + "-doubted");
    assertEquals(severity, doubted.severity());
    assertEquals(phrase, doubted.said().phrase().code());
    assertEquals(
        sure.message() + " The scan was hard to read there: maybe it was misread.",
        doubted.message());
    assertEquals(sure.key(), doubted.key());
  }

  @ParameterizedTest
  @CsvSource({
    "Llegaron zo cartas.,.3,WARNING",
    "Llegaron 2O0 cartas.,.3,WARNING",
    "Llegaron muchas cartas.,.3,ERROR",
    "Llegaron zo cartas.,.5,ERROR"
  })
  void doubtsAddedNumberWhereHardlyReadWordMayHideIt(
      String source, double confidence, Severity severity) {
    // Given
    Bitext bitext =
        bitext(
            List.of("The 27 letters came yesterday."),
            List.of(new Link(List.of(0), List.of(0), .9)),
            List.of(),
            List.of());
    // When
    Finding added = of("number", collator.collate(readByWords(source, confidence), bitext));
    // Then
    assertEquals(severity, added.severity());
  }

  /** A reading of one sentence whose words stand each by itself. */
  private static Reading readByWords(String sentence, double confidence) {
    Reading whole = reading(List.of(sentence), confidence);
    List<PlacedWord> words = new ArrayList<>();
    for (int start = 0; start < sentence.length(); ) {
      int space = sentence.indexOf(' ', start);
      int end = space < 0 ? sentence.length() : space;
      Box box = new Box(10 + 10 * start, 20, 10 * (end - start), 12);
      words.add(new PlacedWord(start, end, confidence, List.of(new PageBox(2, box, "l0"))));
      start = end + 1;
    }
    return new Reading(
        new ReadingText(sentence, List.of(), words, List.of(), List.of()),
        whole.segments(),
        List.of(1));
  }

  @Test
  void doubtsNoAddedNumberWhereNoWordMayHideIt() {
    // Given
    Bitext bitext =
        bitext(
            List.of("The 45 letters came yesterday."),
            List.of(new Link(List.of(0), List.of(0), .9)),
            List.of(),
            List.of());
    // When
    Finding added =
        of("number", collator.collate(reading(List.of("Ayer llegaron las cartas."), .3), bitext));
    // Then
    assertEquals("number-added", added.said().phrase().code());
    assertEquals(Severity.ERROR, added.severity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Lo dijo antes (Boletín, Nr. 292, pp. 110-117).#He said so before (Bulletin).#292, pp. 110-117",
        "Midió 450 pasos hasta el muro de la torre y 87 hasta la puerta.#He measured the steps."
            + "#450|87",
        "Leyó 450 cartas, 32 libros y 87 mapas.#He read 32 books.#450|87"
      })
  void reportsNumbersThatFollowEachOtherAsOneDifference(
      String source, String target, String quoted) {
    // When
    List<Finding> findings = collate("es", "en", List.of(source), List.of(target));
    // Then
    assertEquals(
        List.of(quoted.split("\\|")),
        findings.stream()
            .filter(finding -> finding.rule() == Rule.NUMBER)
            .map(finding -> finding.said().quotes().getFirst())
            .toList());
  }

  @Test
  void takesNoWordOfAHeadingForAName() {
    // Given a heading in which all words but the small ones have capitals
    List<String> source =
        List.of(
            "Del viaje de Moreno, y de lo que vio en la isla.",
            "Moreno contó qué cosas había visto.");
    List<String> target =
        List.of(
            "In What Distress Moreno Travelled, and What Things He Saw",
            "Moreno told what things he saw there.");
    // Then
    assertFalse(rules(collate("es", "en", source, target)).contains(Rule.NAME));
  }

  @Test
  void reportsALetterheadThatComesAgainWithAnotherNumber() {
    // Given
    ReadingText text =
        new ReadingText(
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(letterhead(1, "12 CALLE DEL PUERTO"), letterhead(2, "21 CALLE DEL PUERTO")));
    // When
    List<Finding> findings =
        collator.collate(
            new Reading(text, List.of(), List.of()),
            bitext(List.of(), List.of(), List.of(), List.of()));
    // Then
    assertEquals(List.of(Rule.SPELLING_VARIANT), rules(findings));
    assertTrue(findings.getFirst().message().contains("21 CALLE DEL PUERTO"));
  }

  @Test
  void reportsAPassageThatStandsTwiceInTheTranslationAlone() {
    // When
    List<Finding> findings =
        collate(
            "es",
            "en",
            List.of("El barco salió ayer de la isla.", "Todos los hombres estaban a bordo."),
            List.of("The ship left the island by night.", "The ship left the island by night."));
    // Then
    assertTrue(rules(findings).contains(Rule.REPETITION));
  }

  @Test
  void reportsAFluentTranslationOfWhatCouldNotBeRead() {
    // Given
    List<String> source = List.of("El barco salió ayer.");
    Bitext bitext =
        bitext(
            List.of("The ship left yesterday."),
            List.of(new Link(List.of(0), List.of(0), .9)),
            List.of(),
            List.of());
    // Then
    assertEquals(List.of(Rule.UNREADABLE), rules(collator.collate(reading(source, .2), bitext)));
    assertFalse(rules(collator.collate(reading(source, .9), bitext)).contains(Rule.UNREADABLE));
  }

  @Test
  void reportsAPassageWhoseLinksCrossTheOthers() {
    // Given: the translator has the date line and the address at the end
    List<String> source =
        List.of(
            "Valdora, 4 de mayo de 1951.",
            "Calle Larga 12, Valdora.",
            "El barco salió por la noche.",
            "El cónsul Ruiz esperaba en casa.",
            "Nadie contestó.");
    List<String> target =
        List.of(
            "The ship left by night.",
            "Consul Ruiz was waiting at home.",
            "Nobody answered.",
            "Valdora, 4 May 1951.",
            "Calle Larga 12, Valdora.");
    List<Link> links =
        List.of(
            new Link(List.of(0), List.of(3), .9),
            new Link(List.of(1), List.of(4), .9),
            new Link(List.of(2), List.of(0), .9),
            new Link(List.of(3), List.of(1), .9),
            new Link(List.of(4), List.of(2), .9));
    // When
    List<Finding> findings =
        collator.collate(reading(source, 1), bitext(target, links, List.of(), List.of()));
    // Then
    List<Finding> order =
        findings.stream().filter(finding -> finding.rule() == Rule.ORDER).toList();
    assertEquals(1, order.size(), findings::toString);
    assertEquals(List.of("s1", "s2"), order.getFirst().source().segments());
    assertEquals(List.of("t4", "t5"), order.getFirst().target().segments());
    assertFalse(rules(findings).contains(Rule.OMISSION), findings::toString);
  }

  @Test
  void reportsASentenceThatIsTranslatedElsewhere() {
    // Given
    List<String> source =
        List.of("La república argentina celebró 1816.", "El barco salió por la noche.");
    // When
    List<Finding> findings =
        collator.collate(
            reading(source, 1),
            bitext(
                List.of("The ship left by night.", "The Argentine republic celebrated 1816."),
                List.of(new Link(List.of(1), List.of(0), .9)),
                List.of(0),
                List.of(1)));
    // Then
    assertEquals(List.of(Rule.ORDER), rules(findings));
  }

  @Test
  void reportsALeafOfAnotherText() {
    // Given
    List<String> source =
        IntStream.range(0, 6).mapToObj(k -> "El barco número " + k + " salió de noche.").toList();
    List<String> target =
        IntStream.range(0, 6).mapToObj(k -> "My aunt bakes bread every day, dear.").toList();
    List<Integer> all = IntStream.range(0, 6).boxed().toList();
    // When
    List<Finding> findings =
        collator.collate(reading(source, 1), bitext(target, List.of(), all, all));
    // Then
    assertTrue(rules(findings).contains(Rule.WRONG_LEAF), findings::toString);
    assertFalse(rules(findings).contains(Rule.OMISSION), findings::toString);
  }

  @ParameterizedTest
  @CsvSource({".7, true", ".97, false"})
  void takesNoPassageForAStrangeLeafWhoseLinksAreSure(double confidence, boolean reported) {
    // Given a text that teaches its words, and in its middle sentences about other things
    List<String> ours = List.of("barco", "puerto", "noche", "lluvia", "carta", "dinero", "camino");
    List<String> theirs = List.of("ship", "harbour", "night", "rain", "letter", "money", "road");
    List<String> source = new ArrayList<>();
    List<String> target = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int k = 0; k < 60; k++) {
      boolean strange = k >= 24 && k < 36;
      source.add(sentence(ours, k, 0));
      target.add(sentence(theirs, k, strange ? 3 : 0));
      links.add(new Link(List.of(k), List.of(k), strange ? confidence : .95));
    }
    // When
    List<Finding> findings =
        collator.collate(reading(source, 1), bitext(target, links, List.of(), List.of()));
    // Then
    assertEquals(reported, rules(findings).contains(Rule.WRONG_LEAF), findings::toString);
  }

  private static String sentence(List<String> words, int number, int moved) {
    String three =
        IntStream.of(number, number * number + 2, number / 7 + 5)
            .mapToObj(place -> words.get((place + moved) % words.size()))
            .collect(Collectors.joining(" "));
    return three.substring(0, 1).toUpperCase(Locale.ROOT) + three.substring(1) + ".";
  }

  private static Finding of(String rule, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.rule().code().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + rule + " among " + findings));
  }

  private static List<Rule> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).toList();
  }

  private static Furniture letterhead(int page, String text) {
    return new Furniture(page, "r1", Furniture.Kind.LETTERHEAD, text, List.of());
  }

  private List<Finding> collate(String from, String to, List<String> source, List<String> target) {
    List<Link> links =
        IntStream.range(0, source.size())
            .mapToObj(k -> new Link(List.of(k), List.of(k), .9))
            .toList();
    Bitext bitext = bitext(target, links, List.of(), List.of());
    return collator.collate(
        reading(source, 1),
        new Bitext(
            from,
            to,
            "",
            bitext.method(),
            bitext.text(),
            bitext.segments(),
            bitext.annotations(),
            links,
            List.of(),
            List.of()));
  }

  private static Reading reading(List<String> sentences, double confidence) {
    String text = String.join("\n", sentences);
    List<Segment> segments = Sentences.segments(sentences);
    List<PlacedWord> words = new ArrayList<>();
    for (Segment segment : segments) {
      words.add(
          new PlacedWord(
              segment.start(),
              segment.end(),
              confidence,
              List.of(new PageBox(2, new Box(10, segment.start(), 50, 12), "l" + words.size()))));
    }
    return new Reading(
        new ReadingText(text, List.of(), words, List.of(), List.of()),
        segments,
        segments.stream().map(segment -> 1).toList());
  }

  private static Bitext bitext(
      List<String> sentences, List<Link> links, List<Integer> omitted, List<Integer> added) {
    String text = String.join("\n", sentences);
    return new Bitext(
        "es",
        "en",
        "",
        new Method("lexical", "1", "test"),
        text,
        Sentences.segments(sentences),
        EditorialAnnotations.find(text),
        links,
        omitted,
        added);
  }
}
