package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.cotejo.translation.reading.Box;

/**
 * From the places of a person's file to those of the scan: an affine map, since the scan was
 * turned, made level, cropped and sized. Of the maps through three words that both have, the one is
 * taken that most words lie near to (least median of squares: Rousseeuw, Journal of the American
 * Statistical Association 79, 1984), then fitted to all of those by least squares.
 *
 * @param across x of the scan: factors of x and y of the file, and what is added
 * @param down y of the scan likewise
 */
record BoxMap(List<Double> across, List<Double> down) {
  /** Fewer words in common are no map. */
  static final int LEAST_WORDS = 8;

  private static final int TRIALS = 300;

  private static final double FAR = 3;

  /** In pixels: nearer is never far. */
  private static final double NEAR = 3;

  /**
   * Determinant of the spread of words against its squared trace; words of a single line do not say
   * how lines lie. Words of two lines of a wide page have about 0.001.
   */
  private static final double LEAST_SPREAD = 1e-4;

  BoxMap {
    across = List.copyOf(across);
    down = List.copyOf(down);
  }

  /**
   * A word that both have.
   *
   * @param given in the file
   * @param read on the scan
   */
  record Common(SuppliedBox given, Box read) {
    private double readX() {
      return read.x() + read.width() / 2.0;
    }

    private double readY() {
      return read.y() + read.height() / 2.0;
    }
  }

  /** The map that fits words; empty when there are too few, or all lie on one line. */
  static Optional<BoxMap> fitted(List<Common> words) {
    if (words.size() < LEAST_WORDS) {
      return Optional.empty();
    }
    Random random = new Random(words.size());
    BoxMap best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Common> three =
          random.ints(0, words.size()).distinct().limit(3).mapToObj(words::get).toList();
      Optional<BoxMap> through = fit(three);
      double median = through.map(map -> map.medianError(words)).orElse(least);
      if (median < least) {
        least = median;
        best = through.get();
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    BoxMap rough = best;
    double most = Math.max(NEAR, FAR * least);
    List<Common> near = words.stream().filter(word -> rough.error(word) <= most).toList();
    return near.size() < LEAST_WORDS ? Optional.empty() : fit(near);
  }

  private double medianError(List<Common> words) {
    double[] errors = words.stream().mapToDouble(this::error).sorted().toArray();
    return errors[errors.length / 2];
  }

  /** By least squares; empty when the words lie on one line. */
  private static Optional<BoxMap> fit(List<Common> words) {
    double x = mean(words, word -> word.given().middleX());
    double y = mean(words, word -> word.given().middleY());
    double xx = mean(words, word -> square(word.given().middleX() - x));
    double yy = mean(words, word -> square(word.given().middleY() - y));
    double xy = mean(words, word -> (word.given().middleX() - x) * (word.given().middleY() - y));
    double determinant = xx * yy - xy * xy;
    if (!(determinant > LEAST_SPREAD * square(xx + yy))) {
      return Optional.empty();
    }
    List<List<Double>> factors = new ArrayList<>();
    for (ToDoubleFunction<Common> read :
        List.<ToDoubleFunction<Common>>of(Common::readX, Common::readY)) {
      double middle = mean(words, read);
      double withX =
          mean(words, word -> (word.given().middleX() - x) * (read.applyAsDouble(word) - middle));
      double withY =
          mean(words, word -> (word.given().middleY() - y) * (read.applyAsDouble(word) - middle));
      double byX = (withX * yy - withY * xy) / determinant;
      double byY = (withY * xx - withX * xy) / determinant;
      factors.add(List.of(byX, byY, middle - byX * x - byY * y));
    }
    return Optional.of(new BoxMap(factors.getFirst(), factors.getLast()));
  }

  private static double mean(List<Common> words, ToDoubleFunction<Common> value) {
    return words.stream().mapToDouble(value).average().orElse(0);
  }

  private static double square(double value) {
    return value * value;
  }

  private double error(Common word) {
    return Math.hypot(x(word.given()) - word.readX(), y(word.given()) - word.readY());
  }

  private double x(SuppliedBox box) {
    return across.get(0) * box.middleX() + across.get(1) * box.middleY() + across.get(2);
  }

  private double y(SuppliedBox box) {
    return down.get(0) * box.middleX() + down.get(1) * box.middleY() + down.get(2);
  }

  /** A box on the scan, within it; empty when it lies outside. */
  Optional<Box> on(SuppliedBox box, int pageWidth, int pageHeight) {
    double width = box.width() * Math.hypot(across.get(0), down.get(0));
    double height = box.height() * Math.hypot(across.get(1), down.get(1));
    int left = (int) Math.round(Math.max(0, x(box) - width / 2));
    int top = (int) Math.round(Math.max(0, y(box) - height / 2));
    int right = (int) Math.round(Math.min(pageWidth, x(box) + width / 2));
    int bottom = (int) Math.round(Math.min(pageHeight, y(box) + height / 2));
    return right > left && bottom > top
        ? Optional.of(new Box(left, top, right - left, bottom - top))
        : Optional.empty();
  }
}
