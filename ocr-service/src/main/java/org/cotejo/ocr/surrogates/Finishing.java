package org.cotejo.ocr.surrogates;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * Where the places of a page are after it was turned upright and made level: quarter turns first,
 * then a rotation about the centre into an image that is large enough.
 */
public final class Finishing {
  private final AffineTransform places;
  private final Rectangle2D bounds;

  private Finishing(AffineTransform places, Rectangle2D bounds) {
    this.places = places;
    this.bounds = bounds;
  }

  /**
   * What became of a page.
   *
   * @param widthPixels before
   * @param heightPixels before
   */
  public static Finishing of(int widthPixels, int heightPixels, FinishedPage page) {
    boolean sideways = page.quarterTurns() % 2 == 1;
    double uprightWidth = sideways ? heightPixels : widthPixels;
    double uprightHeight = sideways ? widthPixels : heightPixels;
    int width = page.image().widthPixels();
    int height = page.image().heightPixels();
    AffineTransform places = new AffineTransform();
    // Read from the last line to the first.
    places.translate(width / 2.0, height / 2.0);
    places.rotate(Math.toRadians(page.skewDegrees()));
    places.translate(-uprightWidth / 2, -uprightHeight / 2);
    places.concatenate(turned(page.quarterTurns(), widthPixels, heightPixels));
    return new Finishing(places, new Rectangle2D.Double(0, 0, width, height));
  }

  /** The smallest upright rectangle around a place, within the image. */
  public Rectangle2D place(Rectangle2D before) {
    return places.createTransformedShape(before).getBounds2D().createIntersection(bounds);
  }

  /** Clockwise, with y going down. */
  private static AffineTransform turned(int quarterTurns, int width, int height) {
    return switch (quarterTurns) {
      case 1 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 2 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 3 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
