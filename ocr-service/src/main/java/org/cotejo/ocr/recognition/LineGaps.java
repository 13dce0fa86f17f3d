package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts lines where there is much white between two words: what the recogniser read in one go are
 * then cells of a table, a heading and its page number, a label and the text beside it. Where
 * several lines are parted at one column, a typist had set a stop: there less white parts the
 * others, too.
 *
 * <p>A gap with ink in it is a word that was not read and parts nothing. Nor do the gaps of a line
 * that is spaced out from end to end.
 */
public final class LineGaps {
  /** Changes with any change of these rules. */
  public static final String VERSION = "2";

  /** In usual widths of a character; typists begin a new sentence with two or three. */
  private static final double LEAST_WIDTH = 6;

  /** The same where the word after the gap begins at a stop. */
  private static final double LEAST_WIDTH_AT_STOP = 3;

  /** Parts that begin at one column, from which it is a stop. */
  private static final int LEAST_AT_STOP = 2;

  /** How far from each other they may begin, in usual widths of a character. */
  private static final double STOP_WIDTH = 0.7;

  /** Against the usual gap of the same line. */
  private static final double LEAST_TO_USUAL = 2.5;

  /** Dust covers less of a gap, and a dot more of a small one. */
  private static final double MOST_INKED = 0.01;

  /** Of shorter words, punctuation makes the width of a character unsure. */
  private static final int LEAST_LETTERS = 3;

  private final double characterWidth;
  private final PageInk ink;
  private final List<Integer> stops;

  private LineGaps(double characterWidth, PageInk ink, List<Integer> stops) {
    this.characterWidth = characterWidth;
    this.ink = ink;
    this.stops = stops;
  }

  /** The blocks, each line in as many as it has parts; the parts stand in its place. */
  public static List<Block> parted(List<Block> blocks, PageInk ink) {
    double characterWidth = characterWidth(blocks);
    LineGaps wide = new LineGaps(characterWidth, ink, List.of());
    List<Line> lines = blocks.stream().flatMap(block -> block.lines().stream()).toList();
    List<Integer> begins =
        lines.stream()
            .flatMap(line -> wide.parts(line).stream().skip(1))
            .map(part -> part.box().x())
            .toList();
    LineGaps all = new LineGaps(characterWidth, ink, wide.stops(begins));
    return blocks.stream()
        .map(
            block ->
                new Block(
                    block.lines().stream().flatMap(line -> all.parts(line).stream()).toList()))
        .toList();
  }

  private List<Integer> stops(List<Integer> begins) {
    return begins.stream()
        .filter(
            begin -> begins.stream().filter(other -> isNear(begin, other)).count() >= LEAST_AT_STOP)
        .distinct()
        .toList();
  }

  private boolean isNear(int one, int other) {
    return Math.abs(one - other) <= STOP_WIDTH * characterWidth;
  }

  private List<Line> parts(Line line) {
    List<Word> words = line.words();
    double usual = words.size() > 2 ? LEAST_TO_USUAL * median(gaps(words)) : 0;
    List<Line> parts = new ArrayList<>();
    List<Word> current = new ArrayList<>();
    for (Word word : words) {
      if (!current.isEmpty() && isApart(current.getLast(), word, usual)) {
        parts.add(new Line(current));
        current.clear();
      }
      current.add(word);
    }
    parts.add(new Line(current));
    return parts;
  }

  private boolean isApart(Word left, Word right, double usual) {
    int gap = right.box().x() - left.box().right();
    boolean atStop = stops.stream().anyMatch(stop -> isNear(stop, right.box().x()));
    double least = (atStop ? LEAST_WIDTH_AT_STOP : LEAST_WIDTH) * characterWidth;
    if (gap <= Math.max(least, usual)) {
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
