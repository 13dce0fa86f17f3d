package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The measures of a page that region types are told by, all in pixels of the surrogate.
 *
 * @param width of the page
 * @param height of the page
 * @param linePitch usual distance from one line to the next
 * @param lineHeight usual height of a line
 * @param columnLeft where most full lines begin
 * @param columnRight where most full lines end
 * @param proseTop top of the first line of running text, one of several; the page's height when
 *     there is none
 * @param proseBottom bottom of the last one; 0 when there is none
 */
record PageShape(
    int width,
    int height,
    double linePitch,
    double lineHeight,
    int columnLeft,
    int columnRight,
    int proseTop,
    int proseBottom) {

  private static final double NUMBER_HEAD = 0.13;
  private static final double NUMBER_FOOT = 0.88;

  /** A line with this many words is running text, if it is also wide. */
  private static final int PROSE_WORDS = 5;

  private static final double PROSE_WIDTH_OF_COLUMN = 0.6;

  private static final double INDENT_OF_COLUMN = 0.3;

  /** From one line of a paragraph to the next, in usual distances of lines. */
  private static final double PARAGRAPH_PITCH = 1.6;

  /** Running text is read about as well as the page; stamps and handwriting are read worse. */
  private static final double SURE_PART = 0.65;

  static PageShape of(List<Block> blocks, int width, int height) {
    List<Line> lines = blocks.stream().flatMap(block -> block.lines().stream()).toList();
    double lineHeight = median(lines.stream().mapToInt(line -> line.box().height()), height / 60.0);
    double pitch = median(pitches(blocks, lineHeight).stream().mapToInt(p -> p), lineHeight * 1.6);
    double sure = SURE_PART * usualConfidence(lines);
    List<Line> full =
        lines.stream()
            .filter(line -> line.words().size() >= PROSE_WORDS && line.confidence() >= sure)
            .toList();
    int left = quantile(full.stream().mapToInt(line -> line.box().x()), 0.2, 0);
    int right = quantile(full.stream().mapToInt(line -> line.box().right()), 0.8, width);
    double proseWidth = PROSE_WIDTH_OF_COLUMN * Math.max(1, right - left);
    List<Box> prose =
        running(
            full.stream()
                .map(Line::box)
                .filter(box -> box.width() >= proseWidth)
                .filter(box -> box.x() <= left + INDENT_OF_COLUMN * (right - left))
                .toList(),
            pitch);
    return new PageShape(
        width,
        height,
        pitch,
        lineHeight,
        left,
        right,
        prose.stream().mapToInt(Box::y).min().orElse(height),
        prose.stream().mapToInt(Box::bottom).max().orElse(0));
  }

  /**
   * Those that have another above or below, as lines of a paragraph have: a long heading has not.
   * All when none has.
   */
  private static List<Box> running(List<Box> wide, double pitch) {
    List<Box> running =
        wide.stream()
            .filter(
                box ->
                    wide.stream()
                        .anyMatch(
                            other -> {
                              int apart = Math.abs(middle(other) - middle(box));
                              return apart > pitch / 2 && apart < PARAGRAPH_PITCH * pitch;
                            }))
            .toList();
    return running.isEmpty() ? wide : running;
  }

  /** That of the middle word. */
  static double usualConfidence(List<Line> lines) {
    double[] sorted =
        lines.stream()
            .flatMap(line -> line.words().stream())
            .mapToDouble(Word::confidence)
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** Whether a box stands above the running text. */
  boolean above(Box box) {
    return hasProse() && box.bottom() <= proseTop + lineHeight / 2;
  }

  /** Whether a box stands below the running text. */
  boolean below(Box box) {
    return hasProse() && box.y() >= proseBottom - lineHeight / 2;
  }

  boolean atEdge(Box box) {
    int middle = middle(box);
    return middle < NUMBER_HEAD * height || middle > NUMBER_FOOT * height;
  }

  /** Where page numbers stand: at the head or the foot of the page, or outside the text. */
  boolean besideText(Box box) {
    return atEdge(box) || (hasProse() && (box.bottom() < proseTop || box.y() > proseBottom));
  }

  /** Whether a box stands over or under a part of the column. */
  boolean inColumn(Box box) {
    return box.x() < columnRight && box.right() > columnLeft;
  }

  /** White at the left of the column beside a box, in parts of the column. */
  double indent(Box box) {
    return (double) (box.x() - columnLeft) / columnWidth();
  }

  /** White at the right. */
  double outdent(Box box) {
    return (double) (columnRight - box.right()) / columnWidth();
  }

  int columnWidth() {
    return Math.max(1, columnRight - columnLeft);
  }

  boolean hasProse() {
    return proseBottom > 0;
  }

  private static List<Integer> pitches(List<Block> blocks, double lineHeight) {
    List<Integer> found = new ArrayList<>();
    for (Block block : blocks) {
      for (int i = 1; i < block.lines().size(); i++) {
        int pitch = middle(block.lines().get(i).box()) - middle(block.lines().get(i - 1).box());
        // Smaller steps are words beside each other, larger ones are white space.
        if (pitch > 0.7 * lineHeight && pitch < 6 * lineHeight) {
          found.add(pitch);
        }
      }
    }
    return found;
  }

  static int middle(Box box) {
    return box.y() + box.height() / 2;
  }

  private static double median(IntStream values, double otherwise) {
    int[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? otherwise : sorted[sorted.length / 2];
  }

  private static int quantile(IntStream values, double part, int otherwise) {
    int[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? otherwise : sorted[(int) (part * (sorted.length - 1))];
  }
}
