package org.cotejo.translation.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.reading.TypedPage;
import org.junit.jupiter.api.Test;

class TextPlacerTest {
  private final TextPlacer placer = new TextPlacer(PlacementSettings.standard());

  @Test
  void wordThatWasReadOtherwiseTakesItsBox() {
    // Given
    TranscribedPage read = TypedPage.of(1, "El c6nsul lleg0 a Puerto Claro");
    // When
    TranscribedPage placed = place("El cónsul llegó a Puerto Claro", read).getFirst();
    // Then
    assertEquals(
        List.of("El", "cónsul", "llegó", "a", "Puerto", "Claro"),
        texts(placed.regions().getFirst().lines()));
    assertEquals(boxes(read), boxes(placed));
    assertEquals(Placement.SUBSTITUTED, word(placed, 1).placement());
    assertEquals(Placement.MATCHED, word(placed, 0).placement());
  }

  @Test
  void wordThatWasNotReadStandsInTheGap() {
    // Given: nothing was read where "capitán" stands
    TranscribedPage read = TypedPage.of(1, "Dijo que el         Moreno entregó las cartas");
    // When
    TranscribedPage placed =
        place("Dijo que el capitán Moreno entregó las cartas", read).getFirst();
    // Then
    TranscribedWord capitan = word(placed, 3);
    assertEquals("capitán", capitan.text());
    assertEquals(Placement.INTERPOLATED, capitan.placement());
    assertTrue(capitan.box().x() > word(placed, 2).box().right());
    assertTrue(capitan.box().right() < word(placed, 4).box().x());
    assertEquals(word(placed, 2).box().y(), capitan.box().y());
  }

  @Test
  void wordsReadInOnePieceShareItsBoxAndOneReadInTwoHasBoth() {
    // Given
    TranscribedPage read = TypedPage.of(1, "lasemana pasada lle garon los barcos grandes");
    // When
    TranscribedPage placed = place("la semana pasada llegaron los barcos grandes", read).getFirst();
    // Then
    Box shared = word(read, 0).box();
    assertEquals(shared.x(), word(placed, 0).box().x());
    assertEquals(shared.right(), word(placed, 1).box().right());
    assertTrue(word(placed, 0).box().right() <= word(placed, 1).box().x());
    assertEquals("llegaron", word(placed, 3).text());
    assertEquals(word(read, 2).box().union(word(read, 3).box()), word(placed, 3).box());
  }

  @Test
  void wordDividedOnThePageIsDividedInItsPlaces() {
    // Given
    TranscribedPage read =
        TypedPage.of(1, "los pasajeros no tenían noticias de nin-", "quna clase desde el lunes");
    // When
    TranscribedPage placed =
        place("los pasajeros no tenían noticias de ninguna clase desde el lunes", read).getFirst();
    // Then
    List<TranscribedLine> lines = placed.regions().getFirst().lines();
    assertEquals("nin-", lines.getFirst().words().getLast().text());
    assertEquals("guna", lines.get(1).words().getFirst().text());
    assertEquals(Placement.MATCHED, lines.getFirst().words().getLast().placement());
    assertEquals(boxes(read), boxes(placed));
  }

  @Test
  void lineThatWasNotReadComesBetweenItsNeighbours() {
    // Given: the second of three lines was not read
    TranscribedPage read =
        TypedPage.of(
            1,
            "El barco salió de Valdora con retraso",
            "",
            "y nadie contestó a las preguntas del juez",
            "que había venido de la capital el martes",
            "para oír a los marineros y al capitán");
    // When
    TranscribedPage placed =
        place(
                """
                El barco salió de Valdora con retraso
                porque faltaban dos marineros enfermos
                y nadie contestó a las preguntas del juez
                que había venido de la capital el martes
                para oír a los marineros y al capitán
                """,
                read)
            .getFirst();
    // Then
    List<TranscribedLine> lines = placed.regions().getFirst().lines();
    assertEquals("porque faltaban dos marineros enfermos", lines.get(1).text());
    assertTrue(lines.get(1).box().y() >= lines.get(0).box().bottom());
    assertTrue(lines.get(1).box().bottom() <= lines.get(2).box().y());
  }

  @Test
  void furnitureThatNobodyWroteIsLeftOut() {
    // Given
    TranscribedPage read =
        TypedPage.of(1, "CONSULADO DE LA ISLA VERDE", "", "El cónsul llegó ayer con tres cajas");
    // When
    TranscribedPage placed = place("El cónsul llegó ayer con tres cajas", read).getFirst();
    // Then
    assertEquals(1, placed.regions().getFirst().lines().size());
  }

  @Test
  void pageThatTheTextDoesNotReachStaysAsItWasRead() {
    // Given
    TranscribedPage second = TypedPage.of(2, "Una nota de otra mano sobre otro asunto");
    // When
    List<TranscribedPage> placed =
        place("El cónsul llegó ayer", TypedPage.of(1, "El cónsul llegó ayer"), second);
    // Then
    assertEquals(second, placed.getLast());
  }

  @Test
  void pageMarksKeepWordsOnTheirPages() {
    // Given: the same line ends the first page and begins the second, and the first was not read
    TranscribedPage first = TypedPage.of(1, "Señor Ministro:");
    TranscribedPage second =
        TypedPage.of(2, "El gobernador preguntó por las cajas", "y nadie contestó");
    String text =
        "Señor Ministro:\nEl gobernador preguntó por las cajas\n%s\nEl gobernador preguntó por las"
            + " cajas\ny nadie contestó\n";
    for (String mark : List.of("\f", "[page 2]", "[p. 2]", "--- Página 2 ---")) {
      // When
      PlacedText placed =
          placer.place(List.of(first, second), 2, PlainTranscription.read(text.formatted(mark)));
      // Then
      assertTrue(placed.byPages(), mark);
      assertEquals(8, words(placed.pages().getFirst()).size(), mark);
      assertEquals(boxes(second), boxes(placed.pages().getLast()), mark);
    }
  }

  @Test
  void typedPageNumberIsTextAndFindsItsPlaceBelowTheLetterhead() {
    // Given
    TranscribedPage first = TypedPage.of(1, "CONSULADO DE LA ISLA", "El barco salió de Valdora");
    TranscribedPage second = TypedPage.of(2, "CONSULADO DE LA ISLA", "--2--", "y no volvió nunca");
    // When
    List<TranscribedPage> placed =
        place(
            "CONSULADO DE LA ISLA\nEl barco salió de Valdora\nCONSULADO DE LA ISLA\n--2--\ny no"
                + " volvió nunca",
            first,
            second);
    // Then
    assertEquals(boxes(first), boxes(placed.getFirst()));
    assertEquals(boxes(second), boxes(placed.getLast()));
  }

  @Test
  void marksThatContradictThePagesAreNotBelieved() {
    // Given: the person's pages are not those of the scan
    TranscribedPage first =
        TypedPage.of(1, "uno dos tres cuatro cinco seis", "siete ocho nueve diez once doce");
    TranscribedPage second = TypedPage.of(2, "trece catorce quince veinte treinta");
    String text =
        "uno dos\f tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
            + " veinte treinta";
    // When
    PlacedText placed = placer.place(List.of(first, second), 2, PlainTranscription.read(text));
    // Then
    assertFalse(placed.byPages());
    assertEquals(boxes(first), boxes(placed.pages().getFirst()));
  }

  @Test
  void wordsOfAPageOnWhichNothingWasReadAreSpreadOverIt() {
    // Given
    TranscribedPage blank = TypedPage.of(1);
    // When
    TranscribedPage placed = place("Querido amigo:\nhasta pronto", blank).getFirst();
    // Then
    assertEquals(
        List.of("Querido", "amigo:", "hasta", "pronto"),
        texts(placed.regions().getFirst().lines()));
    assertTrue(words(placed).stream().allMatch(word -> word.placement() == Placement.INTERPOLATED));
  }

  private List<TranscribedPage> place(String text, TranscribedPage... pages) {
    return placer.place(List.of(pages), pages.length, PlainTranscription.read(text)).pages();
  }

  static List<TranscribedWord> words(TranscribedPage page) {
    return page.regions().stream()
        .flatMap(region -> region.lines().stream())
        .flatMap(line -> line.words().stream())
        .toList();
  }

  private static TranscribedWord word(TranscribedPage page, int index) {
    return words(page).get(index);
  }

  private static List<Box> boxes(TranscribedPage page) {
    return words(page).stream().map(TranscribedWord::box).toList();
  }

  private static List<String> texts(List<TranscribedLine> lines) {
    return lines.stream()
        .flatMap(line -> line.words().stream())
        .map(TranscribedWord::text)
        .toList();
  }
}
