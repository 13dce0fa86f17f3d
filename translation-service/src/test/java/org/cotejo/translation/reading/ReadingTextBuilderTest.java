package org.cotejo.translation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTextBuilderTest {
  private final ReadingTextBuilder builder = new ReadingTextBuilder();

  @Test
  void joinsAWordHyphenatedAcrossPagesIntoOneWithTwoBoxes() {
    // When
    ReadingText text =
        builder.build(
            List.of(
                TypedPage.of(1, "OFICINA DEL PUERTO", "", "No se recibió noticia de nin-"),
                TypedPage.of(2, "OFICINA DEL PUERTO", "     --2--", "", "guna clase.")));
    // Then
    assertEquals("No se recibió noticia de ninguna clase.", text.text());
    PlacedWord joined = text.wordAt(text.text().indexOf("ninguna")).orElseThrow();
    assertEquals("ninguna", text.textOf(joined));
    assertEquals(List.of(1, 2), joined.boxes().stream().map(PageBox::page).toList());
  }

  @Test
  void setsAsideHeadersThatComeAgainThoughMisread() {
    // When
    ReadingText text =
        builder.build(
            List.of(
                TypedPage.of(1, "155 CALLE MAYOR", "", "Texto de la primera hoja."),
                TypedPage.of(2, "I55 CALIE MAYOR", "", "Texto de la segunda.")));
    // Then
    assertEquals("Texto de la primera hoja. Texto de la segunda.", text.text());
    assertEquals(
        List.of(Furniture.Kind.RUNNING_HEADER, Furniture.Kind.RUNNING_HEADER),
        text.furniture().stream().map(Furniture::kind).toList());
  }

  @Test
  void setsAsideRegionsThatTheRecogniserKnowsAsFurniture() {
    // When
    ReadingText text =
        builder.build(
            List.of(
                TypedPage.ofRegions(
                    1,
                    List.of(
                        TypedPage.region("r1", RegionType.BODY, 2, 5, "Se acusa recibo."),
                        TypedPage.region("r2", RegionType.STAMP, 1, 0, "RECIBIDO 12 MAYO")))));
    // Then
    assertEquals("Se acusa recibo.", text.text());
    assertEquals(Furniture.Kind.STAMP, text.furniture().getFirst().kind());
  }

  @Test
  void beginsAParagraphWhereTheTypistPutTwoHyphens() {
    // When
    ReadingText text =
        builder.build(
            List.of(
                TypedPage.of(
                    1,
                    "El jefe habló de la cosecha y de los caminos, que no son",
                    "buenos en esta época del año según dijo.",
                    "--El alcalde no contestó nada y se fue con los suyos a",
                    "la plaza--según se supo--antes de la noche.")));
    // Then
    assertEquals(2, text.paragraphs().size());
  }

  @Test
  void keepsTheHyphenOfACompoundThatTheDocumentKnows() {
    // When
    ReadingText text =
        builder.build(
            List.of(
                TypedPage.of(
                    1,
                    "The vice-consul wrote to the ministry and the vice-",
                    "consul waited for an answer from the minis-",
                    "try until noon.")));
    // Then
    assertEquals(
        "The vice-consul wrote to the ministry and the vice-consul waited for an answer from the"
            + " ministry until noon.",
        text.text());
  }

  @Test
  void mergesTheBoxesOfARangeByLine() {
    // Given
    ReadingText text =
        builder.build(List.of(TypedPage.of(1, "Una frase larga que sigue en la", "otra línea.")));
    // When
    List<PageBox> boxes = text.boxesOf(0, text.text().length());
    // Then
    assertEquals(List.of("p1r1l1", "p1r1l2"), boxes.stream().map(PageBox::line).toList());
  }

  @Test
  void sentenceThatGoesOnIsNotCutByAMistakenHeading() {
    // When
    ReadingText text =
        builder.build(
            List.of(
                TypedPage.ofRegions(
                    1,
                    List.of(
                        TypedPage.region("r1", RegionType.BODY, 1, 0, "No hubo noticias de la"),
                        TypedPage.region("r2", RegionType.HEADING, 2, 1, "cosecha."),
                        TypedPage.region("r3", RegionType.HEADING, 3, 4, "SEGUNDA PARTE")))));
    // Then
    assertEquals("No hubo noticias de la cosecha.\nSEGUNDA PARTE", text.text());
  }

  @Test
  void nothingGivesAnEmptyText() {
    assertEquals("", builder.build(List.of()).text());
  }
}
