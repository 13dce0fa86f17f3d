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
 * @param proseTop top of the first line of running text; the page's height when there is none
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

  /** A line with this many words is running text, if it is also wide. */
  private static final int PROSE_WORDS = 5;

  private static final double PROSE_WIDTH_OF_COLUMN = 0.6;

  static PageShape of(List<Block> blocks, int width, int height) {
    List<Line> lines = blocks.stream().flatMap(block -> block.lines().stream()).toList();
    double lineHeight = median(lines.stream().mapToInt(line -> line.box().height()), height / 60.0);
    double pitch = median(pitches(blocks, lineHeight).stream().mapToInt(p -> p), lineHeight * 1.6);
    List<Line> full = lines.stream().filter(line -> line.words().size() >= PROSE_WORDS).toList();
    int left = quantile(full.stream().mapToInt(line -> line.box().x()), 0.2, 0);
    int right = quantile(full.stream().mapToInt(line -> line.box().right()), 0.8, width);
    double proseWidth = PROSE_WIDTH_OF_COLUMN * Math.max(1, right - left);
    List<Box> prose =
        full.stream().map(Line::box).filter(box -> box.width() >= proseWidth).toList();
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
