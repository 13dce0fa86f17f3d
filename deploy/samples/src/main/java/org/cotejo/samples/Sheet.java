package org.cotejo.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/**
 * The sheet of paper and the scanner: tint, stains, a fold and punch holes before typing; skew,
 * shadow and grain after.
 */
final class Sheet {

  private final Style style;
  private final int pageIndex;
  private final Random random;

  Sheet(Style style, int pageIndex) {
    this.style = style;
    this.pageIndex = pageIndex;
    this.random = new Random(style.seed() * 13 + pageIndex);
  }

  BufferedImage blank() {
    int width = PageRenderer.WIDTH_PIXELS;
    int height = PageRenderer.HEIGHT_PIXELS;
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    SmoothNoise stains = new SmoothNoise(random.nextLong(), 900);
    SmoothNoise clouds = new SmoothNoise(random.nextLong(), 240);
    int red = style.tint() >> 16 & 0xFF;
    int green = style.tint() >> 8 & 0xFF;
    int blue = style.tint() & 0xFF;
    int foldY = height / 3 + random.nextInt(160);
    for (int y = 0; y < height; y++) {
      double fold = Math.abs(y - foldY) < 3 ? -9 : Math.abs(y - foldY) < 14 ? 2.5 : 0;
      for (int x = 0; x < width; x++) {
        double edge = edgeShade(x, y, width, height);
        double shade = 4.5 * stains.at(x, y) + 2.2 * clouds.at(x, y) + fold - edge;
        paper.setRGB(x, y, rgb(red + shade, green + shade, blue + shade * 1.15));
      }
    }
    punch(paper);
    return paper;
  }

  private static double edgeShade(int x, int y, int width, int height) {
    int nearest = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y));
    return nearest > 220 ? 0 : 12.0 * (220 - nearest) * (220 - nearest) / (220.0 * 220.0);
  }

  private void punch(BufferedImage paper) {
    Graphics2D graphics = paper.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (int side = -1; side <= 1; side += 2) {
      double x = 120 + random.nextInt(8);
      double y = PageRenderer.HEIGHT_PIXELS / 2.0 + side * 472;
      Ellipse2D hole = new Ellipse2D.Double(x, y, 66, 66);
      graphics.setColor(new Color(0x8F8B82));
      graphics.fill(hole);
      graphics.setStroke(new BasicStroke(5f));
      graphics.setColor(new Color(0x6E6A62));
      graphics.draw(hole);
    }
    graphics.dispose();
  }

  private AffineTransform skew() {
    return AffineTransform.getRotateInstance(
        Math.toRadians(style.skewDegrees(pageIndex)),
        PageRenderer.WIDTH_PIXELS / 2.0,
        PageRenderer.HEIGHT_PIXELS / 2.0);
  }

  /**
   * Lays the typed sheet on the glass, a little askew, and reads it with the grain of the sensor.
   */
  BufferedImage scan(BufferedImage typed) {
    BufferedImage scan =
        new BufferedImage(typed.getWidth(), typed.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scan.createGraphics();
    graphics.setColor(new Color(0x9C9890));
    graphics.fillRect(0, 0, scan.getWidth(), scan.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(
        typed, style.skewDegrees(pageIndex) == 0 ? new AffineTransform() : skew(), null);
    graphics.dispose();
    if (style.grain() > 0) {
      grain(scan);
    }
    return scan;
  }

  private void grain(BufferedImage scan) {
    int[] row = new int[scan.getWidth()];
    for (int y = 0; y < scan.getHeight(); y++) {
      scan.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        double noise = random.nextGaussian() * style.grain();
        int pixel = row[x];
        row[x] =
            rgb((pixel >> 16 & 0xFF) + noise, (pixel >> 8 & 0xFF) + noise, (pixel & 0xFF) + noise);
      }
      scan.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    for (int speck = 0; speck < 60; speck++) {
      int x = 2 + random.nextInt(scan.getWidth() - 5);
      int y = 2 + random.nextInt(scan.getHeight() - 5);
      int size = 1 + random.nextInt(3);
      for (int offset = 0; offset < size * size; offset++) {
        scan.setRGB(x + offset % size, y + offset / size, 0x3A3836);
      }
    }
  }

  /** The boxes of the words where they lie on the scan: the upright box around the turned one. */
  List<TypedWord> onTheScan(List<TypedWord> words) {
    if (style.skewDegrees(pageIndex) == 0) {
      return words;
    }
    AffineTransform skew = skew();
    return words.stream().map(word -> turned(word, skew)).toList();
  }

  private static TypedWord turned(TypedWord word, AffineTransform skew) {
    TypedWord.Box box = word.box();
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (int corner = 0; corner < 4; corner++) {
      Point2D place =
          skew.transform(
              new Point2D.Double(
                  box.x() + (corner % 2) * box.width(), box.y() + (corner / 2) * box.height()),
              null);
      left = Math.min(left, place.getX());
      right = Math.max(right, place.getX());
      top = Math.min(top, place.getY());
      bottom = Math.max(bottom, place.getY());
    }
    int x = (int) Math.floor(left);
    int y = (int) Math.floor(top);
    return new TypedWord(
        word.page(),
        word.line(),
        word.role(),
        word.text(),
        new TypedWord.Box(x, y, (int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y));
  }

  private static int rgb(double red, double green, double blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
