package org.cotejo.translation.exchange.page.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.cotejo.translation.exchange.page.ExportFixture;
import org.cotejo.translation.exchange.page.ExportFixture.PlacedWord;
import org.cotejo.translation.exchange.page.ExportedText;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.TypedPage;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class SearchablePdfTest {
  private static final double POINTS_PER_PIXEL = 72.0 / 300;

  private final ExportedText paper = ExportFixture.paper();

  @Test
  void veraPdfFindsNoFault() throws Exception {
    // When
    ValidationResult result = validated(pdf());
    // Then
    assertTrue(result.isCompliant(), () -> String.valueOf(result.getTestAssertions()));
    assertTrue(result.getTotalAssertions() > 100);
  }

  @Test
  void veraPdfIsAskedInEarnest() throws Exception {
    // Given: a plain PDF, which is no PDF/A
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      document.save(plain);
    }
    // When and then
    assertFalse(validated(plain.toByteArray()).isCompliant());
  }

  @Test
  void wordsAreFoundWhereTheyStand() throws IOException {
    // When
    List<PlacedWord> found = found(pdf());
    // Then
    List<PlacedWord> expected = ExportFixture.words(paper);
    assertEquals(
        expected.stream().map(word -> word.text().replace('\u0001', '\ufffd')).toList(),
        found.stream().map(PlacedWord::text).toList());
    for (int k = 0; k < expected.size(); k++) {
      int index = k;
      assertTrue(
          near(expected.get(k).box(), found.get(k).box()),
          () -> expected.get(index) + " was found at " + found.get(index));
    }
  }

  @Test
  void sameTextGivesSameBytes() throws IOException {
    assertArrayEquals(pdf(), pdf());
  }

  @Test
  void imageThatIsNoJpegIsRefused() {
    assertThrows(IOException.class, () -> JpegHeader.of(new byte[] {1, 2, 3, 4, 5}));
    byte[] cut = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F'};
    assertThrows(IOException.class, () -> JpegHeader.of(cut));
  }

  private byte[] pdf() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SearchablePdfWriter().write(paper, bytes);
    return bytes.toByteArray();
  }

  private static ValidationResult validated(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
      return validator.validate(parser);
    }
  }

  private static List<PlacedWord> found(byte[] pdf) throws IOException {
    List<PlacedWord> found = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) {
            int from = 0;
            for (int at = 0; at <= positions.size(); at++) {
              if (at == positions.size() || positions.get(at).getUnicode().isBlank()) {
                if (at > from) {
                  found.add(word(positions.subList(from, at)));
                }
                from = at + 1;
              }
            }
          }
        };
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals("es", document.getDocumentCatalog().getLanguage());
      stripper.getText(document);
    }
    return found;
  }

  private static PlacedWord word(List<TextPosition> letters) {
    TextPosition first = letters.getFirst();
    TextPosition last = letters.getLast();
    double height = first.getFontSize();
    double bottom = first.getY() + .2 * height;
    return new PlacedWord(
        letters.stream().map(TextPosition::getUnicode).collect(Collectors.joining()),
        new Box(
            pixels(first.getX()),
            pixels(bottom - height),
            pixels(last.getX() + last.getWidth() - first.getX()),
            pixels(height)));
  }

  private static int pixels(double points) {
    return (int) Math.round(points / POINTS_PER_PIXEL);
  }

  private static boolean near(Box expected, Box found) {
    return Math.abs(expected.x() - found.x()) <= 1
        && Math.abs(expected.y() - found.y()) <= 1
        && Math.abs(expected.width() - found.width()) <= 1
        && Math.abs(expected.height() - found.height()) <= 1
        && found.right() <= TypedPage.WIDTH;
  }
}
