package org.cotejo.search.iiif;

import java.util.Locale;

/**
 * What is to be drawn of one image: which rectangle of it, how large, turned how, in which colours.
 *
 * @param x left edge of the region in pixels of the whole image
 * @param y top edge
 * @param regionWidth of the region, inside the image
 * @param regionHeight of the region, inside the image
 * @param width of the result before it is turned
 * @param height of the result before it is turned
 * @param mirrored left to right, before it is turned
 * @param quarterTurns clockwise, 0 to 3
 * @param quality colours
 * @param format of the file
 * @param imageWidth of the whole image
 * @param imageHeight of the whole image
 */
public record ImageCut(
    int x,
    int y,
    int regionWidth,
    int regionHeight,
    int width,
    int height,
    boolean mirrored,
    int quarterTurns,
    Quality quality,
    Format format,
    int imageWidth,
    int imageHeight) {

  /** Colours of a result. */
  public enum Quality {
    DEFAULT,
    COLOR,
    GRAY,
    BITONAL
  }

  /** Files that are sent. */
  public enum Format {
    JPG("image/jpeg"),
    PNG("image/png");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /**
   * Pixels in memory while it is drawn, at most: the result, and the region on the smallest level
   * that has as many.
   */
  public long pixels() {
    long result = (long) width * height;
    return result + Math.min((long) regionWidth * regionHeight, 4 * result);
  }

  /** Whether the region is the whole image. */
  public boolean full() {
    return x == 0 && y == 0 && regionWidth == imageWidth && regionHeight == imageHeight;
  }

  /** Whether nothing but cutting and making smaller is asked for, as a JPEG. */
  public boolean plain() {
    return !mirrored
        && quarterTurns == 0
        && format == Format.JPG
        && (quality == Quality.DEFAULT || quality == Quality.COLOR);
  }

  /** Whether it is the image as it is. */
  public boolean whole() {
    return full() && width == imageWidth && height == imageHeight && plain();
  }

  /**
   * The canonical form of the request behind the image's address (Image API 3.0 section 4.7, 2.1
   * section 4.7).
   */
  public String canonical(ImageApi api) {
    String region = full() ? "full" : "%d,%d,%d,%d".formatted(x, y, regionWidth, regionHeight);
    return "%s/%s/%s%d/%s.%s"
        .formatted(
            region,
            canonicalSize(api),
            mirrored ? "!" : "",
            quarterTurns * 90,
            quality.name().toLowerCase(Locale.ROOT),
            format.name().toLowerCase(Locale.ROOT));
  }

  private String canonicalSize(ImageApi api) {
    boolean asItIs = width == regionWidth && height == regionHeight;
    boolean larger = width > regionWidth || height > regionHeight;
    return switch (api) {
      case V3 -> asItIs ? "max" : "%s%d,%d".formatted(larger ? "^" : "", width, height);
      case V2 -> {
        long proportional = Math.round((double) regionHeight * width / regionWidth);
        yield asItIs
            ? "full"
            : proportional == height ? width + "," : "%d,%d".formatted(width, height);
      }
    };
  }
}
