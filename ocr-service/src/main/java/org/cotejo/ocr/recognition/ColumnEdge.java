package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes what stands left of a column out of its lines: handwriting, dirt of the edge, strokes of a
 * pencil, which the recogniser reads as first words. They are kept as lines of a block of their
 * own, after the block that they were read into.
 */
public final class ColumnEdge {
  /** Changes with any change of these rules. */
  public static final String VERSION = "1";

  /** A column is where so many long lines begin. */
  private static final int LEAST_LINES = 4;

  private static final int LONG_LINE_WORDS = 5;

  /** Words read with certainty stay: a number or a letter before a paragraph may hang out. */
  private static final double DOUBTFUL_BELOW = 0.6;

  /** How far the beginnings of lines are apart, in widths of a character. */
  private static final double RAGGED = 1.5;

  private ColumnEdge() {}

  /** The blocks with their lines begun at the column; every word stays on the page. */
  public static List<Block> cleared(List<Block> blocks) {
    double characterWidth = LineGaps.characterWidth(blocks);
    List<Block> cleared = new ArrayList<>();
    for (Block block : blocks) {
      int column = column(block, characterWidth);
      List<Line> lines = new ArrayList<>();
      List<Line> outside = new ArrayList<>();
      for (Line line : block.lines()) {
        int strays = strays(line, column, characterWidth);
        if (strays > 0) {
          outside.add(new Line(line.words().subList(0, strays)));
        }
        lines.add(new Line(line.words().subList(strays, line.words().size())));
      }
      cleared.add(new Block(lines));
      if (!outside.isEmpty()) {
        cleared.add(new Block(outside));
      }
    }
    return cleared;
  }

  /** Where most long lines of the block begin; 0 when there are too few to tell. */
  private static int column(Block block, double characterWidth) {
    List<Integer> starts =
        block.lines().stream()
            .filter(line -> line.words().size() >= LONG_LINE_WORDS)
            .map(line -> line.words().getFirst().box().x())
            .sorted()
            .toList();
    if (starts.size() < LEAST_LINES) {
      return 0;
    }
    return starts.stream()
        .max(Comparator.comparingLong(start -> near(starts, start, RAGGED * characterWidth)))
        .orElse(0);
  }

  private static long near(List<Integer> starts, int start, double distance) {
    return starts.stream().filter(other -> Math.abs(other - start) <= distance).count();
  }

  /** How many first words stand left of the column, before a word that begins at it. */
  private static int strays(Line line, int column, double characterWidth) {
    List<Word> words = line.words();
    int strays = 0;
    while (strays < words.size() - 1
        && words.get(strays).box().right() < column + characterWidth / 2) {
      strays++;
    }
    if (strays == 0) {
      return 0;
    }
    double confidence =
        words.subList(0, strays).stream().mapToDouble(Word::confidence).average().orElse(0);
    boolean atColumn = Math.abs(words.get(strays).box().x() - column) <= RAGGED * characterWidth;
    return atColumn && confidence < DOUBTFUL_BELOW ? strays : 0;
  }
}
