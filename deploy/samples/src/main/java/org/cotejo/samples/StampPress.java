package org.cotejo.samples;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Presses a rubber stamp: turned, half transparent, with places that took no ink. */
final class StampPress {

  private static final int PAD_PIXELS = 760;

  private final Style style;
  private final Random random;

  StampPress(Style style, Random random) {
    this.style = style;
    this.random = random;
  }

  void press(Graphics2D page, PaperSource.Stamp stamp, Font typewriter) {
    BufferedImage rubber = new BufferedImage(PAD_PIXELS, PAD_PIXELS, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = rubber.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(style.stampInk()));
    Font face = typewriter.deriveFont(Font.BOLD, 44f);
    switch (stamp.shape()) {
      case BOX -> box(graphics, stamp, face);
      case CIRCLE -> ring(graphics, stamp, face, 190, 190);
      case OVAL -> ring(graphics, stamp, face, 260, 150);
    }
    graphics.dispose();
    wear(rubber);
    AffineTransform turn =
        AffineTransform.getTranslateInstance(
            stamp.x() - PAD_PIXELS / 2.0, stamp.y() - PAD_PIXELS / 2.0);
    turn.rotate(Math.toRadians(stamp.degrees()), PAD_PIXELS / 2.0, PAD_PIXELS / 2.0);
    page.setComposite(
        AlphaComposite.getInstance(AlphaComposite.SRC_OVER, Math.min(1f, stamp.opacity() + 0.25f)));
    page.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    page.drawImage(rubber, turn, null);
  }

  private static void box(Graphics2D graphics, PaperSource.Stamp stamp, Font face) {
    Font fitted =
        fitted(
            face,
            stamp.first().length() > stamp.second().length() ? stamp.first() : stamp.second(),
            640);
    double center = PAD_PIXELS / 2.0;
    boolean one = stamp.second().isEmpty();
    double width = Math.max(width(fitted, stamp.first()), width(fitted, stamp.second())) + 70;
    double height = one ? 100 : 150;
    graphics.setStroke(new BasicStroke(7f));
    graphics.draw(
        new RoundRectangle2D.Double(
            center - width / 2, center - height / 2, width, height, 22, 22));
    centered(graphics, fitted, stamp.first(), center, one ? center + 16 : center - 16);
    centered(graphics, fitted, stamp.second(), center, center + 50);
  }

  private static void ring(
      Graphics2D graphics, PaperSource.Stamp stamp, Font face, double radiusX, double radiusY) {
    double center = PAD_PIXELS / 2.0;
    graphics.setStroke(new BasicStroke(6f));
    graphics.draw(ellipse(center, radiusX, radiusY));
    graphics.setStroke(new BasicStroke(3f));
    graphics.draw(ellipse(center, radiusX - 62, radiusY - 62));
    Font around = face.deriveFont(34f);
    String text = stamp.first();
    double from = Math.PI * 0.98;
    double sweep = Math.PI * 1.04 * Math.min(1, text.length() / 22.0);
    from -= (Math.PI * 1.04 - sweep) / -2 + 0.03;
    for (int index = 0; index < text.length(); index++) {
      double angle = from + sweep * index / Math.max(1, text.length() - 1);
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              center + Math.cos(angle) * (radiusX - 46), center + Math.sin(angle) * (radiusY - 46));
      place.rotate(angle + Math.PI / 2);
      graphics.setFont(around.deriveFont(place));
      graphics.drawString(String.valueOf(text.charAt(index)), 0, 0);
    }
    centered(
        graphics,
        fitted(face, stamp.second(), (radiusX - 70) * 2),
        stamp.second(),
        center,
        center + 14);
  }

  private static Ellipse2D ellipse(double center, double radiusX, double radiusY) {
    return new Ellipse2D.Double(center - radiusX, center - radiusY, radiusX * 2, radiusY * 2);
  }

  private static Font fitted(Font face, String text, double widthPixels) {
    double width = width(face, text);
    return width <= widthPixels
        ? face
        : face.deriveFont((float) (face.getSize2D() * widthPixels / width));
  }

  private static double width(Font font, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    Rectangle2D bounds = font.getStringBounds(text, new FontRenderContext(null, true, true));
    return bounds.getWidth();
  }

  private static void centered(Graphics2D graphics, Font font, String text, double x, double y) {
    graphics.setFont(font);
    graphics.drawString(text, (float) (x - width(font, text) / 2), (float) y);
  }

  /** Rubber takes ink unevenly: alpha follows two scales of smooth noise. */
  private void wear(BufferedImage rubber) {
    SmoothNoise broad = new SmoothNoise(random.nextLong(), 120);
    SmoothNoise fine = new SmoothNoise(random.nextLong(), 9);
    for (int y = 0; y < PAD_PIXELS; y++) {
      for (int x = 0; x < PAD_PIXELS; x++) {
        int argb = rubber.getRGB(x, y);
        int alpha = argb >>> 24;
        if (alpha > 0) {
          double taken = 0.78 + 0.35 * broad.at(x, y) + 0.30 * fine.at(x, y);
          int worn = (int) Math.clamp(alpha * taken, 0, 255);
          rubber.setRGB(x, y, (worn << 24) | (argb & 0xFFFFFF));
        }
      }
    }
  }
}
