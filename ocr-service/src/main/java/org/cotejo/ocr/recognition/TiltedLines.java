package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a level page that run up or down: what was stamped by hand. Short lines close above or
 * below such a one are its other lines, or scraps of its frame.
 */
final class TiltedLines {
  /** Rise to run; a level line has 0.03 at most, for letters reach up and down. */
  private static final double LEAST_SLOPE = 0.05;

  /** In heights of a line. */
  private static final double LEAST_RISE = 0.4;

  private static final double LEAST_RUN = 4;
  private static final double NEAR = 1.5;

  /** Read with less, a word says nothing of its letters. */
  private static final double READ_FROM = 0.5;

  private static final double CAPITALS = 0.8;
  private static final int LEAST_LETTERS = 4;
  private static final int MOST_WORDS = 6;

  private TiltedLines() {}

  /** Boxes of all lines of tilted stamps, outside the running text. */
  static List<Box> of(List<Line> lines, PageShape page) {
    List<Line> outside =
        lines.stream()
            .filter(line -> page.above(line.box()) || page.below(line.box()))
            .filter(line -> line.words().size() <= MOST_WORDS)
            .toList();
    List<Box> found = new ArrayList<>();
    for (Line line : outside) {
      if (isTilted(line, page.lineHeight()) && isInCapitals(line)) {
        found.add(line.box());
        outside.stream()
            .map(Line::box)
            .filter(other -> isNear(other, line.box(), page.lineHeight()))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Two words say it: the edge of a frame may belong to the box of a third. */
  private static boolean isTilted(Line line, double lineHeight) {
    List<Box> boxes =
        line.words().stream()
            .filter(word -> word.text().codePoints().filter(Character::isLetterOrDigit).count() > 1)
            .map(Word::box)
            .toList();
    for (int at = 1; at < boxes.size(); at++) {
      for (Box before : boxes.subList(0, at)) {
        double run = center(boxes.get(at)) - center(before);
        double rise = Math.abs(PageShape.middle(boxes.get(at)) - PageShape.middle(before));
        if (run >= LEAST_RUN * lineHeight
            && rise >= LEAST_RISE * lineHeight
            && rise >= LEAST_SLOPE * run) {
          return true;
        }
      }
    }
    return false;
  }

  /** Signatures and notes are tilted, too. */
  private static boolean isInCapitals(Line line) {
    StringBuilder read = new StringBuilder();
    line.words().stream()
        .filter(word -> word.confidence() >= READ_FROM)
        .forEach(word -> read.append(word.text()));
    return LineKinds.letters(read.toString()) >= LEAST_LETTERS
        && LineKinds.capitals(read.toString()) >= CAPITALS;
  }

  private static boolean isNear(Box other, Box tilted, double lineHeight) {
    boolean under =
        2 * (Math.min(other.right(), tilted.right()) - Math.max(other.x(), tilted.x()))
            > other.width();
    return under
        && other.y() < tilted.bottom() + NEAR * lineHeight
        && other.bottom() > tilted.y() - NEAR * lineHeight;
  }

  private static double center(Box box) {
    return box.x() + box.width() / 2.0;
  }
}
