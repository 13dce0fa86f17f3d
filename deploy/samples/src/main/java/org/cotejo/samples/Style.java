package org.cotejo.samples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * How one paper was typed and scanned: typewriter, spacing, paper, skew of each page, file format.
 */
record Style(
    String language,
    Format format,
    String font,
    long seed,
    double pitchPixels,
    double leadingPixels,
    int leftPixels,
    int topPixels,
    List<Double> skewDegrees,
    int tint,
    int ink,
    int stampInk,
    double grain) {

  enum Format {
    PDF,
    TIFF,
    JPEG,
    COLOUR_JPEG,
    PNG
  }

  Style {
    skewDegrees = List.copyOf(skewDegrees);
  }

  static Style of(Properties properties) {
    return new Style(
        value(properties, "language"),
        Format.valueOf(value(properties, "format").toUpperCase(Locale.ROOT).replace('-', '_')),
        value(properties, "font"),
        Long.parseLong(value(properties, "seed")),
        Double.parseDouble(value(properties, "pitch_pixels")),
        Double.parseDouble(value(properties, "leading_pixels")),
        Integer.parseInt(value(properties, "left_pixels")),
        Integer.parseInt(value(properties, "top_pixels")),
        Arrays.stream(value(properties, "skew_degrees").split(",", -1))
            .map(Double::valueOf)
            .toList(),
        Integer.decode(value(properties, "tint")),
        Integer.decode(value(properties, "ink")),
        Integer.decode(value(properties, "stamp")),
        Double.parseDouble(value(properties, "grain")));
  }

  /** The same paper on another scanner: other noise and another file format give other digests. */
  Style varied(long variation, Format otherFormat) {
    return new Style(
        language,
        otherFormat,
        font,
        seed + 7_919 * variation,
        pitchPixels,
        leadingPixels,
        leftPixels,
        topPixels,
        skewDegrees,
        tint,
        ink,
        stampInk,
        grain);
  }

  double skewDegrees(int pageIndex) {
    return skewDegrees.get(pageIndex % skewDegrees.size());
  }

  private static String value(Properties properties, String key) {
    return Objects.requireNonNull(properties.getProperty(key), () -> "style lacks " + key);
  }
}
