package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rows of ink that the recogniser passed over: page numbers between dashes, rows of dashes or of
 * dots. Found among the pieces of ink outside all words that were read, by their size and setting
 * alone.
 */
public final class UnreadRows {
  /** Changes with any change of these rules. */
  public static final String VERSION = "1";

  private static final double TALLEST = 1.5;
  private static final double WIDEST = 4;
  private static final double SMALLEST = 0.12;

  /** Between the pieces of a row, in widths of a character. */
  private static final double WIDEST_GAP = 3.5;

  /** A row is at least so wide, in widths of a character: less is dirt. */
  private static final double LEAST_WIDTH = 1.5;

  private static final int MOST_PIECES = 2_000;
  private static final int LEAST_MARKS = 4;
  private static final double FLAT = 0.4;

  private static final double DOUBTFUL_BELOW = 0.5;
  private static final int SCRAP_LENGTH = 8;

  /** Lower marks are dirt or the edge of the sheet, in heights of a line. */
  private static final double THIN = 0.15;

  /** How far a mark may stand from its place, in distances of marks; and how many must not. */
  private static final double UNEVEN = 0.3;

  private static final double EVEN_PART = 0.75;

  /** Two dashes at either side and a number of four digits, one of them in two pieces. */
  private static final int MOST_NUMBERED = 9;

  /**
   * White between the dashes and a number that they are one word with, in widths of a character.
   */
  private static final double CLOSE = 0.6;

  /** White between two words of marks, in widths of a character. */
  private static final double APART = 1.2;

  /** Nothing was read: the shape says it. */
  private static final double CONFIDENCE = 0.9;

  private UnreadRows() {}

  /**
   * Pieces of ink beside each other.
   *
   * @param pieces from the left
   */
  public record Row(List<Box> pieces) {
    public Row {
      pieces = List.copyOf(pieces);
    }

    public Box box() {
      return Box.around(pieces);
    }
  }

  /**
   * The rows of a page, from the top.
   *
   * @param pieces of ink that hangs together, outside all words
   * @param lineHeight usual height of a line of words
   * @param characterWidth usual width of a character with its share of white
   */
  public static List<Row> of(List<Box> pieces, double lineHeight, double characterWidth) {
    List<Box> letters =
        pieces.stream()
            .filter(
                box -> box.height() <= TALLEST * lineHeight && box.width() <= WIDEST * lineHeight)
            .filter(box -> Math.max(box.width(), box.height()) >= SMALLEST * lineHeight)
            .sorted(Comparator.comparingInt(Box::x).thenComparingInt(Box::y))
            .toList();
    List<List<Box>> rows = new ArrayList<>();
    if (letters.size() > MOST_PIECES) {
      return List.of();
    }
    for (Box letter : letters) {
      rows.stream()
          .filter(row -> continues(row, letter, lineHeight, characterWidth))
          .min(Comparator.comparingInt(row -> letter.x() - row.getLast().right()))
          .ifPresentOrElse(
              row -> row.add(letter), () -> rows.add(new ArrayList<>(List.of(letter))));
    }
    return rows.stream()
        .map(Row::new)
        .filter(row -> row.pieces().size() > 1)
        .filter(row -> row.box().width() >= LEAST_WIDTH * characterWidth)
        .filter(row -> row.box().height() <= TALLEST * lineHeight)
        .sorted(Comparator.comparingInt(row -> row.box().y()))
        .toList();
  }

  private static boolean continues(
      List<Box> row, Box letter, double lineHeight, double characterWidth) {
    int gap = letter.x() - row.getLast().right();
    Box box = Box.around(row);
    double apart = Math.abs(PageShape.middle(letter) - PageShape.middle(box));
    return gap <= WIDEST_GAP * characterWidth && apart <= lineHeight / 2;
  }

  /**
   * The line that a row is when it is nothing but dashes or dots of one size; empty when it is more
   * and has to be read. Dashes that touch each other are counted by their usual distance.
   */
  public static Optional<Line> marks(Row row, double lineHeight, double characterWidth) {
    List<Box> pieces = row.pieces();
    if (pieces.size() < LEAST_MARKS) {
      return Optional.empty();
    }
    double usual = Median.upper(pieces.stream().mapToDouble(Box::width));
    double high = Median.upper(pieces.stream().mapToDouble(Box::height));
    boolean flat = pieces.stream().allMatch(box -> box.height() <= FLAT * lineHeight);
    boolean level = row.box().height() <= 1.5 * FLAT * lineHeight;
    boolean small = usual <= 1.5 * characterWidth && high >= THIN * lineHeight;
    if (!flat || !level || !small || !even(pieces)) {
      return Optional.empty();
    }
    String mark = usual > 1.5 * high ? "-" : ".";
    List<Word> words = new ArrayList<>();
    List<Box> word = new ArrayList<>();
    for (Box piece : pieces) {
      if (!word.isEmpty() && piece.x() - word.getLast().right() > APART * characterWidth) {
        words.add(marked(mark, word, characterWidth, CONFIDENCE));
        word.clear();
      }
      word.add(piece);
    }
    words.add(marked(mark, word, characterWidth, CONFIDENCE));
    return Optional.of(new Line(words));
  }

  /** Whether most pieces begin at whole multiples of one distance. */
  private static boolean even(List<Box> pieces) {
    List<Integer> steps = new ArrayList<>();
    for (int at = 1; at < pieces.size(); at++) {
      steps.add(pieces.get(at).x() - pieces.get(at - 1).x());
    }
    double usual = Math.max(1, Median.upper(steps.stream().mapToDouble(step -> step)));
    long regular =
        steps.stream()
            .mapToDouble(step -> step / usual)
            .filter(
                multiple -> multiple > 0.5 && Math.abs(multiple - Math.round(multiple)) < UNEVEN)
            .count();
    return regular >= EVEN_PART * steps.size();
  }

  /**
   * The pieces between the dashes at both ends of a row, when there are such: a page number is read
   * better without them.
   */
  public static Optional<Box> betweenDashes(Row row, double lineHeight) {
    List<Box> pieces = row.pieces();
    int head = dashes(pieces, lineHeight);
    int tail = dashes(pieces.reversed(), lineHeight);
    boolean framed =
        pieces.size() <= MOST_NUMBERED && head > 0 && tail > 0 && head + tail < pieces.size();
    return framed
        ? Optional.of(Box.around(pieces.subList(head, pieces.size() - tail)))
        : Optional.empty();
  }

  private static int dashes(List<Box> pieces, double lineHeight) {
    int dashes = 0;
    while (dashes < pieces.size() && isDash(pieces.get(dashes), lineHeight)) {
      dashes++;
    }
    return dashes;
  }

  private static boolean isDash(Box box, double lineHeight) {
    return box.height() <= FLAT * lineHeight && box.width() >= 1.5 * box.height();
  }

  /** A number with the dashes of its row, as one word where they stand close. */
  public static Line dashed(Row row, Line number, double lineHeight, double characterWidth) {
    List<Box> pieces = row.pieces();
    int head = dashes(pieces, lineHeight);
    int tail = dashes(pieces.reversed(), lineHeight);
    Word before = marked("-", pieces.subList(0, head), characterWidth, number.confidence());
    Word after =
        marked(
            "-",
            pieces.subList(pieces.size() - tail, pieces.size()),
            characterWidth,
            number.confidence());
    int gap = pieces.get(head).x() - before.box().right();
    if (gap < CLOSE * characterWidth && number.words().size() == 1) {
      String text = before.text() + number.text() + after.text();
      return new Line(List.of(new Word(text, row.box(), number.confidence())));
    }
    List<Word> words = new ArrayList<>(List.of(before));
    words.addAll(number.words());
    words.add(after);
    return new Line(words);
  }

  /**
   * Whether a line may be a page number that was read as something else: short, doubtful and alone
   * in its row.
   */
  public static boolean isScrap(Line line, List<Line> all) {
    Box box = line.box();
    int middle = PageShape.middle(box);
    return line.confidence() < DOUBTFUL_BELOW
        && line.text().length() <= SCRAP_LENGTH
        && !isNumber(line)
        && all.stream()
            .filter(other -> !other.equals(line))
            .map(Line::box)
            .noneMatch(other -> middle >= other.y() && middle < other.bottom());
  }

  /** Whether a line reads like a page number. */
  public static boolean isNumber(Line line) {
    return LineKinds.isPageNumber(line.text());
  }

  private static Word marked(
      String mark, List<Box> pieces, double characterWidth, double confidence) {
    long marks =
        pieces.stream()
            .mapToLong(box -> Math.max(1, Math.round(box.width() / characterWidth)))
            .sum();
    return new Word(mark.repeat((int) marks), Box.around(pieces), confidence);
  }
}
