package org.cotejo.ocr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** PDF papers of our own. */
public final class PdfPapers {
  /** A short report in Spanish. */
  public static final List<String> REPORT =
      List.of(
          "Informe sobre el faro de la isla",
          "El guarda del faro comunicó ayer que la lámpara nueva",
          "había llegado sin el cristal. Pidió que el próximo vapor",
          "trajera otro y que la caja se abriera en su presencia.",
          "La oficina contestó que el pedido número 1742 saldría",
          "el jueves, después de la revisión de los almacenes.",
          "Entretanto se encenderá la lámpara antigua cada noche,",
          "y el práctico avisará a los barcos que vengan del norte.");

  private static final float FONT_SIZE = 13;
  private static final float LEADING = 22;

  private PdfPapers() {}

  /**
   * How a page is set.
   *
   * @param rotation of the sheet when it is shown: 0, 90, 180 or 270
   * @param content clockwise quarter turns of the text on the sheet
   * @param tiltDegrees of the lines, counter-clockwise
   * @param cropped whether the sheet is shown in part, its origin elsewhere
   */
  public record Setting(int rotation, int content, double tiltDegrees, boolean cropped) {}

  /** A page of text. */
  public static byte[] page(List<String> lines, Setting setting) {
    return paper(
        (document, page, stream) -> {
          write(document, page, stream, lines, setting);
        },
        setting);
  }

  /** A page that is one picture, with text that is not seen, as scanners with a reader make it. */
  public static byte[] scan(java.awt.image.BufferedImage picture, List<String> hidden) {
    Setting plain = new Setting(0, 0, 0, false);
    return paper(
        (document, page, stream) -> {
          PDRectangle box = page.getMediaBox();
          stream.drawImage(
              LosslessFactory.createFromImage(document, picture),
              0,
              0,
              box.getWidth(),
              box.getHeight());
          stream.setRenderingMode(RenderingMode.NEITHER);
          write(document, page, stream, hidden, plain);
        },
        plain);
  }

  private interface Content {
    void write(PDDocument document, PDPage page, PDPageContentStream stream) throws IOException;
  }

  private static byte[] paper(Content content, Setting setting) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(-20, -30, 595, 842));
      page.setRotation(setting.rotation());
      if (setting.cropped()) {
        page.setCropBox(new PDRectangle(10, 25, 530, 760));
      }
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        content.write(document, page, stream);
      }
      document.save(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static void write(
      PDDocument document,
      PDPage page,
      PDPageContentStream stream,
      List<String> lines,
      Setting setting)
      throws IOException {
    PDFont font = font(document);
    PDRectangle box = page.getCropBox();
    Matrix middle =
        Matrix.getTranslateInstance(
            box.getLowerLeftX() + box.getWidth() / 2, box.getLowerLeftY() + box.getHeight() / 2);
    middle.rotate(Math.toRadians(setting.tiltDegrees() - 90.0 * setting.content()));
    stream.transform(middle);
    boolean sideways = setting.content() % 2 == 1;
    float left = -(sideways ? box.getHeight() : box.getWidth()) / 2 + 70;
    float top = (sideways ? box.getWidth() : box.getHeight()) / 2 - 90;
    for (int line = 0; line < lines.size(); line++) {
      stream.beginText();
      stream.setFont(font, FONT_SIZE);
      stream.newLineAtOffset(left, top - line * LEADING);
      stream.showText(lines.get(line));
      stream.endText();
    }
  }

  private static PDFont font(PDDocument document) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            PDFont.class.getResourceAsStream(
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
      return PDType0Font.load(document, file);
    }
  }
}
