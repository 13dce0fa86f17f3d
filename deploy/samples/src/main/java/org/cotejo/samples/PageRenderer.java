package org.cotejo.samples;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Types one page: every letter by itself, with the habits of one machine and one worn ribbon. */
final class PageRenderer {

  static final int WIDTH_PIXELS = 2480;
  static final int HEIGHT_PIXELS = 3508;

  private static final int RIGHT_PIXELS = 2290;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final Style style;
  private final Font typewriter;
  private final Font letterhead;
  private final Random random;
  private final SmoothNoise ribbon;
  private final double[] habitX = new double[512];
  private final double[] habitY = new double[512];

  PageRenderer(Style style, Font face, int pageIndex) {
    this.style = style;
    Font unit = face.deriveFont(100f);
    double advance = unit.createGlyphVector(CONTEXT, "n").getGlyphMetrics(0).getAdvanceX();
    this.typewriter = unit.deriveFont((float) (100 * style.pitchPixels() / advance));
    this.letterhead = typewriter.deriveFont(typewriter.getSize2D() * 1.25f);
    Random machine = new Random(style.seed());
    for (int letter = 0; letter < habitX.length; letter++) {
      habitX[letter] = machine.nextGaussian() * 0.7;
      habitY[letter] = machine.nextGaussian() * 1.0;
    }
    this.random = new Random(style.seed() * 31 + pageIndex);
    this.ribbon = new SmoothNoise(style.seed() * 17 + pageIndex, 190);
  }

  record TypedPage(BufferedImage image, List<TypedWord> words) {
    TypedPage {
      words = List.copyOf(words);
    }
  }

  /** Types onto a copy of the sheet; boxes are those before the sheet was laid on the scanner. */
  TypedPage type(PaperSource.Page page, int pageNumber, BufferedImage sheet) {
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    List<TypedWord> words = new ArrayList<>();
    double y = style.topPixels();
    int line = 0;
    for (PaperSource.Item item : page.items()) {
      switch (item) {
        case PaperSource.Letterhead head -> {
          line++;
          typeLine(
              graphics,
              words,
              pageNumber,
              line,
              "letterhead",
              head.text(),
              PaperSource.Alignment.CENTER,
              y - 90,
              letterhead);
          y += style.leadingPixels() * 0.95;
        }
        case PaperSource.PageNumber number -> {
          line++;
          typeLine(
              graphics,
              words,
              pageNumber,
              line,
              "page-number",
              number.text(),
              PaperSource.Alignment.CENTER,
              y - 100,
              typewriter);
          y += style.leadingPixels() * 0.6;
        }
        case PaperSource.Line typed -> {
          line++;
          String text = Sentences.withoutMarks(typed.markedText());
          typeLine(
              graphics, words, pageNumber, line, "body", text, typed.alignment(), y, typewriter);
          y += style.leadingPixels();
        }
        case PaperSource.Space space -> y += style.leadingPixels() * space.lines();
        case PaperSource.Stamp stamp ->
            new StampPress(style, random).press(graphics, stamp, typewriter);
        case PaperSource.Signature signature ->
            sign(graphics, signature.x(), y + style.leadingPixels() * 1.6);
      }
      if (y > HEIGHT_PIXELS - 120) {
        throw new IllegalArgumentException("page " + pageNumber + " is too long");
      }
    }
    graphics.dispose();
    return new TypedPage(sheet, words);
  }

  private void typeLine(
      Graphics2D graphics,
      List<TypedWord> words,
      int page,
      int line,
      String role,
      String text,
      PaperSource.Alignment alignment,
      double y,
      Font font) {
    double pitch = style.pitchPixels() * font.getSize2D() / typewriter.getSize2D();
    double width = text.length() * pitch;
    double x =
        switch (alignment) {
          case LEFT -> style.leftPixels();
          case CENTER -> (WIDTH_PIXELS - width) / 2;
          case RIGHT -> RIGHT_PIXELS - width;
        };
    if (x < 150 || x + width > RIGHT_PIXELS + 60) {
      throw new IllegalArgumentException("line does not fit: " + text);
    }
    StringBuilder word = new StringBuilder();
    Rectangle2D ink = new Rectangle2D.Double();
    for (int index = 0; index <= text.length(); index++) {
      char letter = index < text.length() ? text.charAt(index) : ' ';
      if (letter != ' ') {
        Rectangle2D struck = strike(graphics, letter, x + index * pitch, y, font);
        ink = word.isEmpty() ? struck : ink.createUnion(struck);
        word.append(letter);
      } else if (!word.isEmpty()) {
        words.add(new TypedWord(page, line, role, word.toString(), boxOf(ink)));
        word.setLength(0);
      }
    }
  }

  private Rectangle2D strike(Graphics2D graphics, char letter, double x, double y, Font font) {
    if (!font.canDisplay(letter)) {
      throw new IllegalArgumentException("the typewriter has no " + letter);
    }
    GlyphVector glyph = font.createGlyphVector(CONTEXT, String.valueOf(letter));
    double strikeX = x + habitX[letter % habitX.length] + random.nextGaussian() * 0.35;
    double strikeY = y + habitY[letter % habitY.length] + random.nextGaussian() * 0.5;
    Shape outline = glyph.getOutline((float) strikeX, (float) strikeY);
    double force = 0.80 + 0.16 * ribbon.at(x, y) + random.nextGaussian() * 0.045;
    graphics.setColor(new Color(style.ink()));
    graphics.setComposite(
        AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.clamp(force, 0.55, 0.98)));
    graphics.fill(outline);
    graphics.setComposite(
        AlphaComposite.getInstance(
            AlphaComposite.SRC_OVER, (float) Math.clamp(force - 0.5, 0.1, 0.5)));
    graphics.setStroke(new BasicStroke(1.3f));
    graphics.draw(outline);
    return outline.getBounds2D();
  }

  private void sign(Graphics2D graphics, double fromX, double y) {
    graphics.setColor(new Color(0x1E2450));
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.8f));
    Path2D pen = new Path2D.Double();
    double x = fromX;
    pen.moveTo(x, y);
    for (int stroke = 0; stroke < 9; stroke++) {
      double reach = 40 + random.nextDouble() * 60;
      double height = (stroke % 3 == 0 ? 120 : 45) * (0.7 + random.nextDouble() * 0.6);
      pen.curveTo(
          x + reach * 0.2, y - height, x + reach * 0.9, y - height * 0.8, x + reach * 0.6, y);
      pen.curveTo(
          x + reach * 0.5, y + height * 0.35, x + reach * 0.8, y + height * 0.2, x + reach, y - 8);
      x += reach;
    }
    pen.curveTo(x + 120, y - 60, x - 500, y + 70, x + 90, y + 45);
    graphics.setStroke(new BasicStroke(5.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(AffineTransform.getRotateInstance(-0.05, fromX, y).createTransformedShape(pen));
  }

  private static TypedWord.Box boxOf(Rectangle2D ink) {
    int x = (int) Math.floor(ink.getMinX());
    int y = (int) Math.floor(ink.getMinY());
    return new TypedWord.Box(
        x, y, (int) Math.ceil(ink.getMaxX()) - x, (int) Math.ceil(ink.getMaxY()) - y);
  }
}
