package org.cotejo.translation.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The layout of a page in numbers: margins, width of a character, distance of lines.
 *
 * @param left usual left edge of the lines
 * @param right edge that full lines reach
 * @param characterWidth median width of a character
 * @param pitch usual distance from line to line
 */
record LineMeasures(double left, double right, double characterWidth, double pitch) {

  static Map<Integer, LineMeasures> byPage(List<PageLine> lines) {
    Map<Integer, LineMeasures> measures = new HashMap<>();
    FurnitureFinder.byPage(lines).forEach((page, onPage) -> measures.put(page, of(onPage)));
    return measures;
  }

  private static LineMeasures of(List<PageLine> lines) {
    double characterWidth =
        quantile(
            lines,
            .5,
            line -> line.box().width() / (double) Math.max(1, line.line().text().length()));
    double[] distances = new double[Math.max(1, lines.size() - 1)];
    for (int k = 1; k < lines.size(); k++) {
      distances[k - 1] = lines.get(k).box().bottom() - lines.get(k - 1).box().bottom();
    }
    Arrays.sort(distances);
    // A letter of short paragraphs has nearly as many gaps as lines: the lower third is the pitch.
    double pitch = distances[distances.length / 3];
    double height = quantile(lines, .5, line -> line.box().height());
    return new LineMeasures(
        quantile(lines, .3, line -> line.box().x()),
        quantile(lines, .85, line -> line.box().right()),
        characterWidth,
        Math.max(pitch, height));
  }

  private static double quantile(
      List<PageLine> lines, double share, ToDoubleFunction<PageLine> value) {
    double[] values = lines.stream().mapToDouble(value).sorted().toArray();
    return values[(int) Math.min(values.length - 1, Math.floor(share * values.length))];
  }

  boolean indented(Box line) {
    return line.x() > left + 1.6 * characterWidth;
  }

  /** Whether so much room is left that the next line's first word would have fitted. */
  boolean endsEarly(Box line, int nextWordLength) {
    return line.right() + (nextWordLength + 3.5) * characterWidth < right;
  }
}
