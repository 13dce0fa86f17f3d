package org.cotejo.translation.transcription.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.translation.exchange.xml.XmlIn;
import org.cotejo.translation.transcription.SuppliedBox;

/**
 * A rectangle of a file; what is none (numbers missing or broken, no extent) is passed over, since
 * words are found without it, too.
 *
 * @param left in the file's units
 * @param top in the file's units
 * @param right beyond {@code left}
 * @param bottom beyond {@code top}
 */
record Rectangle(double left, double top, double right, double bottom) {
  private static final Pattern HOCR =
      Pattern.compile("(?:^|;)\\s*bbox\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+([^\\s;]+)");
  private static final int MOST_POINTS = 1000;

  /** Of an ALTO element, in whatever unit the file measures. */
  static Optional<Rectangle> ofAlto(XmlIn element) {
    List<Double> numbers =
        numbers(
            List.of(
                element.attribute("HPOS"),
                element.attribute("VPOS"),
                element.attribute("WIDTH"),
                element.attribute("HEIGHT")));
    return numbers.isEmpty()
        ? Optional.empty()
        : of(
            numbers.get(0),
            numbers.get(1),
            numbers.get(0) + numbers.get(2),
            numbers.get(1) + numbers.get(3));
  }

  /** Of the title of an hOCR element. */
  static Optional<Rectangle> ofHocr(String title) {
    Matcher box = HOCR.matcher(title);
    if (!box.find()) {
      return Optional.empty();
    }
    List<Double> numbers = numbers(List.of(box.group(1), box.group(2), box.group(3), box.group(4)));
    return numbers.isEmpty()
        ? Optional.empty()
        : of(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
  }

  /** Around the points of a PAGE element: {@code x,y x,y ...}. */
  static Optional<Rectangle> ofPoints(String points) {
    List<String> parts = Arrays.asList(points.strip().split("[,\\s]+", MOST_POINTS));
    List<Double> numbers = numbers(parts);
    if (numbers.size() < 4 || numbers.size() % 2 != 0) {
      return Optional.empty();
    }
    List<Double> across = new ArrayList<>();
    List<Double> down = new ArrayList<>();
    for (int at = 0; at < numbers.size(); at += 2) {
      across.add(numbers.get(at));
      down.add(numbers.get(at + 1));
    }
    across.sort(null);
    down.sort(null);
    return of(across.getFirst(), down.getFirst(), across.getLast(), down.getLast());
  }

  /** On a page of the file. */
  SuppliedBox on(int page) {
    return new SuppliedBox(page, left, top, right - left, bottom - top);
  }

  private static Optional<Rectangle> of(double left, double top, double right, double bottom) {
    return right > left && bottom > top
        ? Optional.of(new Rectangle(left, top, right, bottom))
        : Optional.empty();
  }

  /** All of the numbers; none when one is broken or beyond any page. */
  private static List<Double> numbers(List<String> parts) {
    List<Double> numbers = new ArrayList<>();
    for (String part : parts) {
      try {
        numbers.add(Double.parseDouble(part));
      } catch (NumberFormatException _) {
        return List.of();
      }
    }
    return numbers.stream().allMatch(number -> Math.abs(number) < 1e8) ? numbers : List.of();
  }
}
