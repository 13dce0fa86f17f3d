package org.cotejo.search.iiif;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of the IIIF Image API as it stands in the address: region, size, rotation, quality and
 * format, well formed and not yet held against an image.
 */
public final class ImageRequest {
  private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,10})?|\\.[0-9]{1,10})";
  private static final Pattern PIXELS =
      Pattern.compile("([0-9]{1,9}),([0-9]{1,9}),([0-9]{1,9}),([0-9]{1,9})");
  private static final Pattern PERCENT_REGION =
      Pattern.compile("pct:%1$s,%1$s,%1$s,%1$s".formatted(NUMBER));
  private static final Pattern PERCENT_SIZE = Pattern.compile("pct:" + NUMBER);
  private static final Pattern SIDES = Pattern.compile("(!?)([0-9]{0,9}),([0-9]{0,9})");
  private static final Pattern ROTATION = Pattern.compile("(!?)" + NUMBER);
  private static final Set<String> OTHER_FORMATS =
      Set.of("tif", "tiff", "gif", "jp2", "pdf", "webp");
  private static final int QUARTER = 90;
  private static final int CIRCLE = 360;

  private final ImageApi api;
  private final String region;
  private final String size;
  private final boolean upscaling;
  private final boolean mirrored;
  private final int quarterTurns;
  private final ImageCut.Quality quality;
  private final ImageCut.Format format;

  private ImageRequest(
      ImageApi api, String region, String size, String rotation, String qualityAndFormat) {
    this.api = api;
    this.region = region;
    this.upscaling = size.startsWith("^");
    this.size = upscaling ? size.substring(1) : size;
    if (upscaling && api == ImageApi.V2) {
      throw ImageRefused.invalid("image.size-invalid", "Version 2.1 knows no ^ in a size.");
    }
    this.mirrored = rotation.startsWith("!");
    this.quarterTurns = quarterTurns(rotation);
    int dot = qualityAndFormat.lastIndexOf('.');
    if (dot < 0) {
      throw ImageRefused.invalid("image.format-invalid", "A format such as .jpg is missing.");
    }
    this.quality = quality(qualityAndFormat.substring(0, dot));
    this.format = format(qualityAndFormat.substring(dot + 1));
  }

  /**
   * Reads the four parts of an address, with percent-encoding already undone.
   *
   * @throws ImageRefused when one is not well formed or not offered
   */
  public static ImageRequest parse(
      ImageApi api, String region, String size, String rotation, String qualityAndFormat) {
    return new ImageRequest(api, region, size, rotation, qualityAndFormat);
  }

  /**
   * What it means for an image.
   *
   * @throws ImageRefused when it lies outside the image or the limits
   */
  public ImageCut of(int imageWidth, int imageHeight, ImageLimits limits) {
    Rectangle cut = region(imageWidth, imageHeight);
    Sides sides = size(cut, limits);
    if (sides.width < 1 || sides.height < 1) {
      throw ImageRefused.invalid("image.size-empty", "The size leaves no pixel.");
    }
    boolean larger = sides.width > cut.width || sides.height > cut.height;
    if (larger && api == ImageApi.V3 && !upscaling) {
      throw ImageRefused.invalid(
          "image.size-larger", "The size is larger than the region; ^ before it allows that.");
    }
    if (!limits.admits(sides.width, sides.height)) {
      throw ImageRefused.invalid(
          "image.size-limit",
          "At most %d x %d pixels and %d in all are sent."
              .formatted(limits.maxWidth(), limits.maxHeight(), limits.maxArea()));
    }
    return new ImageCut(
        cut.x,
        cut.y,
        cut.width,
        cut.height,
        (int) sides.width,
        (int) sides.height,
        mirrored,
        quarterTurns,
        quality,
        format,
        imageWidth,
        imageHeight);
  }

  private record Rectangle(int x, int y, int width, int height) {}

  private record Sides(long width, long height) {}

  private Rectangle region(int imageWidth, int imageHeight) {
    if (region.equals("full")) {
      return new Rectangle(0, 0, imageWidth, imageHeight);
    }
    if (region.equals("square")) {
      int side = Math.min(imageWidth, imageHeight);
      return new Rectangle((imageWidth - side) / 2, (imageHeight - side) / 2, side, side);
    }
    Matcher pixels = PIXELS.matcher(region);
    if (pixels.matches()) {
      return clipped(
          whole(pixels, 1),
          whole(pixels, 2),
          whole(pixels, 3),
          whole(pixels, 4),
          imageWidth,
          imageHeight);
    }
    Matcher percent = PERCENT_REGION.matcher(region);
    if (percent.matches()) {
      return clipped(
          Math.round(decimal(percent, 1) * imageWidth / 100),
          Math.round(decimal(percent, 2) * imageHeight / 100),
          Math.round(decimal(percent, 3) * imageWidth / 100),
          Math.round(decimal(percent, 4) * imageHeight / 100),
          imageWidth,
          imageHeight);
    }
    throw ImageRefused.invalid(
        "image.region-invalid", "A region is full, square, x,y,w,h or pct:x,y,w,h.");
  }

  private static Rectangle clipped(
      long x, long y, long width, long height, int imageWidth, int imageHeight) {
    long right = Math.min(x + width, imageWidth);
    long bottom = Math.min(y + height, imageHeight);
    if (x >= right || y >= bottom) {
      throw ImageRefused.invalid(
          "image.region-outside", "The region is empty or outside the image.");
    }
    return new Rectangle((int) x, (int) y, (int) (right - x), (int) (bottom - y));
  }

  private Sides size(Rectangle cut, ImageLimits limits) {
    if (size.equals("max")) {
      double largest = limits.largestScale(cut.width, cut.height);
      return upscaling || largest < 1 ? floor(cut, largest) : new Sides(cut.width, cut.height);
    }
    if (size.equals("full") && api == ImageApi.V2) {
      return new Sides(cut.width, cut.height);
    }
    Matcher percent = PERCENT_SIZE.matcher(size);
    if (percent.matches()) {
      double factor = decimal(percent, 1) / 100;
      return new Sides(Math.round(cut.width * factor), Math.round(cut.height * factor));
    }
    Matcher sides = SIDES.matcher(size);
    if (sides.matches()) {
      return sides(cut, limits, sides);
    }
    throw ImageRefused.invalid(
        "image.size-invalid", "A size is max, w, or ,h or pct:n or w,h or !w,h.");
  }

  private Sides sides(Rectangle cut, ImageLimits limits, Matcher given) {
    boolean within = !given.group(1).isEmpty();
    boolean noWidth = given.group(2).isEmpty();
    boolean noHeight = given.group(3).isEmpty();
    if ((noWidth && noHeight) || (within && (noWidth || noHeight))) {
      throw ImageRefused.invalid("image.size-invalid", "The size lacks a number.");
    }
    if (noHeight) {
      long width = whole(given, 2);
      return new Sides(width, proportional(cut.height, width, cut.width));
    }
    if (noWidth) {
      long height = whole(given, 3);
      return new Sides(proportional(cut.width, height, cut.height), height);
    }
    if (!within) {
      return new Sides(whole(given, 2), whole(given, 3));
    }
    return within(cut, limits, whole(given, 2), whole(given, 3));
  }

  /**
   * The largest of the region's shape inside a width and height, the limits and, unless ^, itself.
   */
  private Sides within(Rectangle cut, ImageLimits limits, long width, long height) {
    double scale =
        Math.min(
            limits.largestScale(cut.width, cut.height),
            Math.min((double) width / cut.width, (double) height / cut.height));
    double own = upscaling ? scale : Math.min(1, scale);
    return new Sides(
        Math.min(width, Math.max(Math.min(1, width), Math.round(cut.width * own))),
        Math.min(height, Math.max(Math.min(1, height), Math.round(cut.height * own))));
  }

  private static Sides floor(Rectangle cut, double scale) {
    return new Sides(
        Math.max(1, (long) Math.floor(cut.width * scale + 1e-9)),
        Math.max(1, (long) Math.floor(cut.height * scale + 1e-9)));
  }

  /** A side in proportion; a thin strip keeps one pixel. */
  private static long proportional(int side, long given, int of) {
    return given == 0 ? 0 : Math.max(1, Math.round((double) side * given / of));
  }

  private static int quarterTurns(String rotation) {
    Matcher matcher = ROTATION.matcher(rotation);
    if (!matcher.matches() || decimal(matcher, 2) > CIRCLE) {
      throw ImageRefused.invalid(
          "image.rotation-invalid", "A rotation is 0 to 360, with ! mirrored.");
    }
    double degrees = decimal(matcher, 2);
    if (degrees % QUARTER != 0) {
      throw ImageRefused.notImplemented(
          "image.rotation-not-offered", "Only quarter turns are offered: 0, 90, 180, 270.");
    }
    return (int) (degrees / QUARTER) % 4;
  }

  private static ImageCut.Quality quality(String name) {
    return switch (name) {
      case "default" -> ImageCut.Quality.DEFAULT;
      case "color" -> ImageCut.Quality.COLOR;
      case "gray" -> ImageCut.Quality.GRAY;
      case "bitonal" -> ImageCut.Quality.BITONAL;
      default ->
          throw ImageRefused.invalid(
              "image.quality-invalid", "A quality is default, color, gray or bitonal.");
    };
  }

  private static ImageCut.Format format(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "jpg" -> ImageCut.Format.JPG;
      case "png" -> ImageCut.Format.PNG;
      default -> {
        if (OTHER_FORMATS.contains(name)) {
          throw ImageRefused.notImplemented(
              "image.format-not-offered", "Only jpg and png are offered.");
        }
        throw ImageRefused.invalid("image.format-invalid", "A format is jpg or png.");
      }
    };
  }

  private static long whole(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  private static double decimal(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group));
  }
}
