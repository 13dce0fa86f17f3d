package org.cotejo.ocr.recognition.training;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;
import org.cotejo.ocr.recognition.engine.GreyImage;

/** A line as a typewriter sets it, or a press, and as it comes out of the scanner. */
final class TypedLine {
  private static final int WHITE = 255;

  private TypedLine() {}

  /** Draws a text and damages it, each line another way. */
  static GreyImage drawn(String text, Font font, boolean typed, RandomGenerator chance) {
    return worn(drawnClean(text, font, typed, chance), typed, chance);
  }

  /** A line cut out of a real page, a little other than it is. */
  static GreyImage varied(GreyImage line, RandomGenerator chance) {
    GreyImage image =
        GreyWork.scaled(line, 0.93 + 0.14 * chance.nextDouble(), 0.95 + 0.1 * chance.nextDouble());
    double kind = chance.nextDouble();
    if (kind < 0.3) {
      image = GreyWork.blurred(image, 0.4 + 0.8 * chance.nextDouble());
    } else if (kind < 0.5) {
      image = GreyWork.strokes(image, chance.nextBoolean());
    }
    image = GreyWork.printed(image, chance.nextInt(40), WHITE - chance.nextInt(30));
    return GreyWork.noisy(image, 8 * chance.nextDouble(), chance);
  }

  private static GreyImage drawnClean(
      String text, Font font, boolean typed, RandomGenerator chance) {
    float size = 30 + 34 * chance.nextFloat();
    Font sized = font.deriveFont(size);
    int height = Math.round(size * (1.05f + 0.2f * chance.nextFloat()));
    int baseline = Math.round(size * (0.8f + 0.08f * chance.nextFloat()));
    double pitch = size * (0.55 + 0.1 * chance.nextDouble());
    BufferedImage canvas = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    double width =
        typed
            ? pitch * text.length()
            : sized
                .getStringBounds(text, canvas.createGraphics().getFontRenderContext())
                .getWidth();
    int margin = 6;
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(width) + 2 * margin, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), height);
    if (typed) {
      type(text, sized, pen, pitch, margin, baseline, chance);
    } else {
      pen.setColor(Color.BLACK);
      pen.setFont(sized);
      pen.drawString(text, margin, baseline);
    }
    neighbours(sized, pen, image.getWidth(), height, chance);
    pen.dispose();
    return levels(image);
  }

  /** Each letter struck for itself: higher or lower, harder or softer, in its cell. */
  private static void type(
      String text,
      Font font,
      Graphics2D pen,
      double pitch,
      int margin,
      int baseline,
      RandomGenerator chance) {
    double unruly = chance.nextDouble() * font.getSize2D() / 30;
    double soft = chance.nextDouble() * chance.nextDouble() * 215;
    for (int at = 0; at < text.length(); at++) {
      GlyphVector glyph =
          font.createGlyphVector(pen.getFontRenderContext(), text.substring(at, at + 1));
      double advance = glyph.getGlyphMetrics(0).getAdvance();
      int level = (int) (soft * chance.nextDouble());
      pen.setColor(new Color(level, level, level));
      pen.drawGlyphVector(
          glyph,
          (float)
              (margin + at * pitch + (pitch - advance) / 2 + unruly * 0.6 * chance.nextGaussian()),
          (float) (baseline + unruly * chance.nextGaussian()));
    }
  }

  /** Feet of the line above and heads of the line below, as they reach into a cut. */
  private static void neighbours(
      Font font, Graphics2D pen, int width, int height, RandomGenerator chance) {
    if (chance.nextDouble() > 0.35) {
      return;
    }
    pen.setFont(font);
    pen.setColor(Color.BLACK);
    for (float x = 0; x < width; x += font.getSize2D() * 0.6f) {
      if (chance.nextDouble() < 0.3) {
        String letter = Character.toString("pgyqj,".charAt(chance.nextInt(6)));
        pen.drawString(letter, x, -font.getSize2D() * 0.12f);
      } else if (chance.nextDouble() < 0.4) {
        String letter = Character.toString("bdfhklt".charAt(chance.nextInt(7)));
        pen.drawString(letter, x, height + font.getSize2D() * 0.55f);
      }
    }
  }

  private static GreyImage worn(GreyImage line, boolean typed, RandomGenerator chance) {
    GreyImage image = line;
    double scale = 0.5 + 0.65 * chance.nextDouble();
    image = GreyWork.scaled(image, scale, scale);
    double strokes = chance.nextDouble();
    if (strokes < 0.25) {
      image = GreyWork.strokes(image, true);
    } else if (strokes < 0.35) {
      image = GreyWork.strokes(image, false);
    }
    if (typed && chance.nextDouble() < 0.4) {
      // The weave of the ribbon, or the grain of the paper under the carbon.
      GreyImage grain = GreyWork.noisy(image, 40 + 60 * chance.nextDouble(), chance);
      image = GreyWork.blurred(grain, 0.7 + 0.4 * chance.nextDouble());
    }
    image = GreyWork.blurred(image, 0.4 + 1.3 * chance.nextDouble() * chance.nextDouble());
    int paper = 175 + chance.nextInt(81);
    int ink = chance.nextInt(Math.min(130, paper - 60));
    image = GreyWork.printed(image, ink, paper);
    image = GreyWork.shaded(image, 30 * chance.nextDouble() * chance.nextDouble(), chance);
    double end = chance.nextDouble();
    if (end < 0.15) {
      GreyImage stark =
          GreyWork.bilevel(
              GreyWork.noisy(image, 12, chance),
              (int) (ink + (paper - ink) * (0.5 + 0.25 * chance.nextDouble())));
      return GreyWork.blurred(stark, 1.1);
    }
    if (end < 0.3) {
      GreyImage specked =
          GreyWork.specked(image, image.width() / (8 + chance.nextInt(60)), ink, chance);
      GreyImage noisy = GreyWork.noisy(specked, 20 + 35 * chance.nextDouble(), chance);
      return GreyWork.median(GreyWork.median(noisy));
    }
    if (end < 0.4) {
      double coarse = 0.45 + 0.3 * chance.nextDouble();
      image = GreyWork.scaled(GreyWork.scaled(image, coarse, coarse), 1 / coarse, 1 / coarse);
    }
    return GreyWork.noisy(image, 14 * chance.nextDouble() * chance.nextDouble(), chance);
  }

  private static GreyImage levels(BufferedImage image) {
    int[][] rows = new int[image.getHeight()][image.getWidth()];
    for (int y = 0; y < rows.length; y++) {
      image.getRaster().getSamples(0, y, image.getWidth(), 1, 0, rows[y]);
    }
    return new GreyImage(rows);
  }
}
