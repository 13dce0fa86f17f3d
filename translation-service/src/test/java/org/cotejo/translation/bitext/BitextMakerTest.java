package org.cotejo.translation.bitext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.reading.TypedPage;
import org.cotejo.translation.segmentation.EditorialAnnotation;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.Segmenter;
import org.cotejo.translation.segmentation.icu.IcuSentenceBreaks;
import org.junit.jupiter.api.Test;

class BitextMakerTest {
  private final BitextMaker maker =
      new BitextMaker(
          new Segmenter(new IcuSentenceBreaks()),
          new LexicalAligner(AlignmentSettings.standard()),
          new Method("lexical", "1", "lexical-1-test"));
  private final Reading reading =
      maker.read(
          List.of(TypedPage.of(2, DocumentFixture.PAGE_2), TypedPage.of(1, DocumentFixture.PAGE_1)),
          "es",
          List.of(new PageRange(1, 1), new PageRange(2, 2)));

  @Test
  void readsSentencesAcrossThePageBreakAndSetsFurnitureAside() {
    // Then
    assertEquals(
        List.of(
            "Puerto Claro, 4 de mayo de 1951",
            "Señor Ministro:",
            "El cónsul Ruiz llegó el lunes a Puerto Claro con tres cajas de documentos.",
            "Dijo que el barco había salido de Valdora con dos semanas de retraso y que los"
                + " pasajeros no tenían noticias de ninguna clase.",
            "El capitán Moreno entregó 45 cartas.",
            "--El gobernador preguntó si las cajas estaban cerradas.",
            "Nadie contestó."),
        sourceTexts());
    assertEquals(List.of(1, 1, 1, 1, 2, 2, 2), reading.parts());
    assertEquals(
        List.of("CONSULADO DE LA ISLA VERDE", "CONSULADO DE LA ISLA VERDE", "--2--"),
        reading.text().furniture().stream().map(piece -> piece.text()).toList());
  }

  @Test
  void linksEachSentenceToItsTranslation() {
    // When
    Bitext bitext = align(DocumentFixture.ENGLISH);
    // Then
    List<String> pairs = new ArrayList<>();
    bitext.links().forEach(link -> pairs.add(link.source() + "" + link.target()));
    assertEquals(
        List.of("[0][0]", "[1][1]", "[2][2]", "[3][3]", "[4][4]", "[5][5]", "[6][6]"), pairs);
    assertEquals(1, bitext.annotations().size());
    assertEquals(EditorialAnnotation.Kind.SQUARE, bitext.annotations().getFirst().kind());
    assertTrue(bitext.meanConfidence() > .5);
  }

  @Test
  void leavesNothingOutOfABitext() {
    // When
    Bitext bitext = align("Nothing of this was ever said on paper. " + DocumentFixture.ENGLISH);
    // Then
    int linked = bitext.links().stream().mapToInt(link -> link.target().size()).sum();
    assertEquals(bitext.segments().size(), linked + bitext.unlinkedTarget().size());
    int linkedSource = bitext.links().stream().mapToInt(link -> link.source().size()).sum();
    assertEquals(reading.segments().size(), linkedSource + bitext.unlinkedSource().size());
  }

  private Bitext align(String translation) {
    StoredObject file = new StoredObject("translations/a", "sha256:a", "text/plain", 1);
    return maker.align(
        reading, "es", PlainText.of(translation), new TranslationFile(file, "en", "A. Vega"));
  }

  private List<String> sourceTexts() {
    return reading.segments().stream()
        .map(segment -> reading.text().text().substring(segment.start(), segment.end()))
        .toList();
  }
}
