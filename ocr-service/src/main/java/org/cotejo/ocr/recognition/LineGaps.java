package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts lines where there is much white between two words: what the recogniser read in one go are
 * then cells of a table, a heading and its page number, a label and the text beside it.
 *
 * <p>A gap with ink in it is a word that was not read and parts nothing. Nor do the gaps of a line
 * that is spaced out from end to end.
 */
public final class LineGaps {
  /** Changes with any change of these rules. */
  public static final String VERSION = "1";

  /** In usual widths of a character; typists begin a new sentence with two or three. */
  private static final double LEAST_WIDTH = 6;

  /** Against the usual gap of the same line. */
  private static final double LEAST_TO_USUAL = 2.5;

  /** Dust covers less of a gap, and a dot more of a small one. */
  private static final double MOST_INKED = 0.01;

  /** Of shorter words, punctuation makes the width of a character unsure. */
  private static final int LEAST_LETTERS = 3;

  private LineGaps() {}

  /** The blocks, each line in as many as it has parts; the parts stand in its place. */
  public static List<Block> parted(List<Block> blocks, PageInk ink) {
    double characterWidth = characterWidth(blocks);
    return blocks.stream()
        .map(
            block ->
                new Block(
                    block.lines().stream()
                        .flatMap(line -> parts(line, characterWidth, ink).stream())
                        .toList()))
        .toList();
  }

  private static List<Line> parts(Line line, double characterWidth, PageInk ink) {
    List<Word> words = line.words();
    double usual = median(gaps(words));
    double least = LEAST_WIDTH * characterWidth;
    if (words.size() > 2) {
      least = Math.max(least, LEAST_TO_USUAL * usual);
    }
    List<Line> parts = new ArrayList<>();
    List<Word> current = new ArrayList<>();
    for (Word word : words) {
      if (!current.isEmpty() && isApart(current.getLast(), word, least, ink)) {
        parts.add(new Line(current));
        current.clear();
      }
      current.add(word);
    }
    parts.add(new Line(current));
    return parts;
  }

  private static boolean isApart(Word left, Word right, double least, PageInk ink) {
    int gap = right.box().x() - left.box().right();
    if (gap <= least) {
      return false;
    }
    Box both = Box.around(List.of(left.box(), right.box()));
    Box between = new Box(left.box().right(), both.y(), gap, both.height());
    Box beside = left.text().length() >= right.text().length() ? left.box() : right.box();
    return ink.inked(between, beside) < MOST_INKED;
  }

  private static double[] gaps(List<Word> words) {
    double[] gaps = new double[words.size() - 1];
    for (int at = 0; at < gaps.length; at++) {
      gaps[at] = words.get(at + 1).box().x() - (double) words.get(at).box().right();
    }
    return gaps;
  }

  /** The usual width of a character of the page, with its share of white. */
  static double characterWidth(List<Block> blocks) {
    return median(
        blocks.stream()
            .flatMap(block -> block.lines().stream())
            .flatMap(line -> line.words().stream())
            .filter(word -> word.text().length() >= LEAST_LETTERS)
            .mapToDouble(word -> (double) word.box().width() / word.text().length())
            .toArray());
  }

  /** The lower one of two. */
  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
  }
}
