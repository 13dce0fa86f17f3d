package org.cotejo.ocr.surrogates.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.cotejo.ocr.surrogates.TextLayer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the words of one page with their places in the page's image, in the order of the file.
 * PDFBox finds the glyphs; its own lines are not used, since they break on a crooked page.
 */
final class PdfText extends PDFTextStripper {
  /** A densely printed newspaper page has 10,000 words. */
  private static final int MAXIMUM_WORDS = 50_000;

  private static final int MAXIMUM_WORD_LENGTH = 200;

  private final AffineTransform pixels;
  private final List<TextLayer.Paragraph> paragraphs = new ArrayList<>();
  private final List<TextLayer.Line> lines = new ArrayList<>();
  private final List<TextLayer.Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Rectangle2D place;
  private @Nullable Glyph last;
  private @Nullable Glyph lineStart;
  private long glyphs;
  private long hidden;
  private int wordCount;

  private PdfText(AffineTransform pixels) {
    this.pixels = pixels;
  }

  /** What was found. */
  record Found(List<TextLayer.Paragraph> paragraphs, boolean mostlyHidden) {
    List<Rectangle2D> places() {
      return paragraphs.stream()
          .flatMap(paragraph -> paragraph.lines().stream())
          .flatMap(line -> line.words().stream())
          .map(TextLayer.Word::place)
          .toList();
    }
  }

  /**
   * The words of a page.
   *
   * @param number from 1
   * @param scale pixels a point
   */
  static Found of(PDDocument document, int number, double scale) throws IOException {
    PdfText text = new PdfText(pixels(document.getPage(number - 1), scale));
    text.setStartPage(number);
    text.setEndPage(number);
    text.setSuppressDuplicateOverlappingText(true);
    text.writeText(document, Writer.nullWriter());
    return new Found(text.paragraphs, text.hidden * 2 > text.glyphs);
  }

  /** From points of the crop box, origin at its lower left, to pixels as the page is drawn. */
  private static AffineTransform pixels(PDPage page, double scale) {
    PDRectangle box = page.getCropBox();
    AffineTransform place = AffineTransform.getScaleInstance(scale, scale);
    switch (page.getRotation()) {
      case 90 -> place.translate(box.getHeight(), 0);
      case 180 -> place.translate(box.getWidth(), box.getHeight());
      case 270 -> place.translate(0, box.getWidth());
      default -> {
        // Upright.
      }
    }
    place.rotate(Math.toRadians(page.getRotation()));
    place.translate(0, box.getHeight());
    place.scale(1, -1);
    return place;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    InterruptibleRenderer.requireUninterrupted();
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    glyphs++;
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
      hidden++;
    }
    super.processTextPosition(position);
  }

  /** In place of the lines and words that PDFBox would write. */
  @Override
  protected void writePage() throws IOException {
    for (List<TextPosition> article : charactersByArticle) {
      for (TextPosition position : article) {
        add(Glyph.of(position, pixels));
      }
      endParagraph();
    }
  }

  private void add(Glyph glyph) {
    if (glyph.blank()) {
      endWord();
      return;
    }
    Glyph before = last;
    Glyph first = lineStart;
    if (before != null && first != null) {
      switch (glyph.after(before, first)) {
        case SAME_WORD -> {
          // It is appended below.
        }
        case NEXT_WORD -> endWord();
        case NEXT_LINE -> endLine();
        case NEXT_PARAGRAPH -> endParagraph();
      }
    }
    text.append(glyph.text());
    Rectangle2D known = place;
    place = known == null ? glyph.place() : known.createUnion(glyph.place());
    last = glyph;
    if (lineStart == null) {
      lineStart = glyph;
    }
  }

  private void endWord() {
    String word = text.toString().strip();
    Rectangle2D where = place;
    text.setLength(0);
    place = null;
    if (word.isBlank() || where == null || wordCount >= MAXIMUM_WORDS || !finite(where)) {
      return;
    }
    wordCount++;
    words.add(
        new TextLayer.Word(
            word.length() <= MAXIMUM_WORD_LENGTH ? word : word.substring(0, MAXIMUM_WORD_LENGTH),
            where));
  }

  private void endLine() {
    endWord();
    lineStart = null;
    if (!words.isEmpty()) {
      lines.add(new TextLayer.Line(words));
      words.clear();
    }
  }

  private void endParagraph() {
    endLine();
    last = null;
    if (!lines.isEmpty()) {
      paragraphs.add(new TextLayer.Paragraph(lines));
      lines.clear();
    }
  }

  private static boolean finite(Rectangle2D place) {
    return Double.isFinite(place.getX() + place.getY() + place.getWidth() + place.getHeight());
  }
}
