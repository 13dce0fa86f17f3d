package org.cotejo.ocr.surrogates.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * A glyph where it is drawn, in pixels of the page's image; its line may run in any direction.
 *
 * @param text its characters, which may be several, none or white space
 * @param start of its base line
 * @param end of its base line, where the next glyph of the word begins
 * @param towards the direction of its base line, of length 1
 * @param em the size of its font
 * @param place around it
 */
record Glyph(
    String text, Point2D start, Point2D end, Point2D towards, double em, Rectangle2D place) {

  /** How a glyph follows another. */
  enum Step {
    SAME_WORD,
    NEXT_WORD,
    NEXT_LINE,
    NEXT_PARAGRAPH
  }

  /** Of the font's size above and below the base line, where letters of usual fonts end. */
  private static final double ASCENT = 0.78;

  private static final double DESCENT = 0.22;

  /** Parts of the font's size. Kerning goes back by less, an index stands higher by less. */
  private static final double BACK = 0.6;

  private static final double RAISED = 0.4;

  /** A space is a quarter of the size; letters are set apart by less. */
  private static final double WORD_GAP = 0.2;

  /** Beyond it stands another column of a table. */
  private static final double COLUMN_GAP = 5;

  /** Lines of double spaced typescript are closer, paragraphs are not. */
  private static final double PARAGRAPH_GAP = 2.6;

  private static final double OTHER_SIZE = 1.25;

  /**
   * A glyph of a page.
   *
   * @param pixels from points of the crop box, origin at its lower left
   */
  static Glyph of(TextPosition position, AffineTransform pixels) throws IOException {
    Matrix matrix = position.getTextMatrix();
    // The matrix holds the size of the font: one em is 1.
    AffineTransform drawn = new AffineTransform(pixels);
    drawn.concatenate(matrix.createAffineTransform());
    double width = width(position);
    Point2D along = drawn.deltaTransform(new Point2D.Double(1, 0), null);
    Point2D up = drawn.deltaTransform(new Point2D.Double(0, 1), null);
    double length = Math.max(1e-6, Math.hypot(along.getX(), along.getY()));
    return new Glyph(
        String.valueOf(position.getUnicode()),
        drawn.transform(new Point2D.Double(0, 0), null),
        drawn.transform(new Point2D.Double(width, 0), null),
        new Point2D.Double(along.getX() / length, along.getY() / length),
        Math.hypot(up.getX(), up.getY()),
        drawn
            .createTransformedShape(
                new Rectangle2D.Double(0, -DESCENT, Math.max(width, 0.05), ASCENT + DESCENT))
            .getBounds2D());
  }

  /**
   * As its font says, in parts of its size; PDFBox's own widths are wrong on turned, cropped pages.
   */
  private static double width(TextPosition position) throws IOException {
    double width = 0;
    for (int code : position.getCharacterCodes()) {
      width += position.getFont().getDisplacement(code).getX();
    }
    return Math.abs(width);
  }

  boolean blank() {
    return text.isBlank();
  }

  /**
   * How this glyph follows another one.
   *
   * @param lineStart the first glyph of the other one's line
   */
  Step after(Glyph last, Glyph lineStart) {
    double size = Math.max(em, last.em);
    double gap = last.along(last.end, start);
    if (Math.abs(last.across(last.end, start)) < RAISED * size && gap > -BACK * size) {
      if (gap < WORD_GAP * size) {
        return Step.SAME_WORD;
      }
      return gap < COLUMN_GAP * size ? Step.NEXT_WORD : Step.NEXT_LINE;
    }
    double down = last.across(lineStart.start, start);
    boolean otherSize = size > OTHER_SIZE * Math.min(em, last.em);
    return otherSize || down < 0 || down > PARAGRAPH_GAP * size
        ? Step.NEXT_PARAGRAPH
        : Step.NEXT_LINE;
  }

  private double along(Point2D from, Point2D to) {
    return (to.getX() - from.getX()) * towards.getX() + (to.getY() - from.getY()) * towards.getY();
  }

  /** Positive where the next line stands. */
  private double across(Point2D from, Point2D to) {
    return (to.getY() - from.getY()) * towards.getX() - (to.getX() - from.getX()) * towards.getY();
  }
}
