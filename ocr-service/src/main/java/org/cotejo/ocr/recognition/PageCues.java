package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * What the lines of a page tell about the page as a whole.
 *
 * @param left where the lines of the page begin, those that begin far in left out
 * @param beginsLetter foot of the first line that begins a letter (a date, an addressee, a
 *     salutation above the text); 0 when there is none
 * @param numbers boxes of its page numbers
 * @param labels boxes of words in capitals that text stands beside
 * @param scraps boxes of narrow lines that were read badly
 * @param stamps boxes of the lines of tilted stamps
 * @param doubtfulBelow confidence below which a line outside the text is hardly a typed one
 */
record PageCues(
    int left,
    int beginsLetter,
    List<Box> numbers,
    List<Box> labels,
    List<Box> scraps,
    List<Box> stamps,
    double doubtfulBelow) {
  private static final double DOUBTFUL = 0.5;
  private static final double DOUBTFUL_PART = 0.65;
  private static final double LABEL_CAPITALS = 0.85;
  private static final double LABEL_INDENT = 0.1;
  private static final int LABEL_WORDS = 4;
  private static final double SCRAP_WIDTH = 2.5;
  private static final int LEAST_STACK = 4;

  PageCues {
    numbers = List.copyOf(numbers);
    labels = List.copyOf(labels);
    scraps = List.copyOf(scraps);
    stamps = List.copyOf(stamps);
  }

  static PageCues of(List<Block> blocks, PageShape page) {
    List<Line> lines = blocks.stream().flatMap(block -> block.lines().stream()).toList();
    double usual = PageShape.usualConfidence(lines);
    double doubtful = Math.min(DOUBTFUL, DOUBTFUL_PART * usual);
    int letter = 0;
    List<Box> numbers = new ArrayList<>();
    List<Box> labels = new ArrayList<>();
    List<Box> scraps = new ArrayList<>();
    for (Line line : lines) {
      Box box = line.box();
      if (LineKinds.isPageNumber(line.text()) && page.besideText(box)) {
        numbers.add(box);
      }
      if (page.above(box) && begins(line) && (letter == 0 || box.bottom() < letter)) {
        letter = box.bottom();
      }
      if (isLabel(line, lines, page)) {
        labels.add(box);
      }
      if (line.confidence() < doubtful && box.width() < SCRAP_WIDTH * page.lineHeight()) {
        scraps.add(box);
      }
    }
    List<Box> stamps = TiltedLines.of(lines, page);
    return new PageCues(left(lines, doubtful), letter, numbers, labels, scraps, stamps, doubtful);
  }

  private static int left(List<Line> lines, double doubtful) {
    int[] starts =
        lines.stream()
            .filter(line -> line.confidence() >= doubtful)
            .mapToInt(line -> line.box().x())
            .sorted()
            .toArray();
    return starts.length == 0 ? 0 : starts[starts.length / 10];
  }

  private static boolean isLabel(Line line, List<Line> lines, PageShape page) {
    Box box = line.box();
    int middle = PageShape.middle(box);
    return line.words().size() <= LABEL_WORDS
        && LineKinds.letters(line.text()) > 2
        && LineKinds.capitals(line.text()) >= LABEL_CAPITALS
        && page.indent(box) < LABEL_INDENT
        && lines.stream()
            .map(Line::box)
            .anyMatch(
                other ->
                    other.x() > box.right()
                        && middle >= other.y()
                        && middle < other.bottom()
                        && other.width() > 3 * page.lineHeight());
  }

  boolean letter() {
    return beginsLetter > 0;
  }

  /**
   * Whether a box is one of several scraps above each other, as a line that runs up the page is.
   */
  boolean stacked(Box box) {
    return scraps.contains(box)
        && scraps.stream()
                .filter(other -> other.x() < box.right() && other.right() > box.x())
                .filter(other -> Math.abs(other.y() - box.y()) < LEAST_STACK * 2 * other.height())
                .count()
            >= LEAST_STACK;
  }

  private static boolean begins(Line line) {
    return LineKinds.isDateLine(line)
        || LineKinds.isAddressee(line.text())
        || LineKinds.isSalutation(line);
  }

  /** Whether a page number stands in the same row. */
  boolean besideNumber(Box box) {
    return numbers.stream()
        .anyMatch(
            number ->
                !number.equals(box)
                    && PageShape.middle(number) >= box.y()
                    && PageShape.middle(number) < box.bottom());
  }
}
