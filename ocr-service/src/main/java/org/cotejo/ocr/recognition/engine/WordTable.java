package org.cotejo.ocr.recognition.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Word;

/**
 * Reads the tab-separated result of Tesseract: a row for each page (level 1), block (2), paragraph
 * (3), line (4) and word (5), with columns level, page, block, paragraph, line, word, left, top,
 * width, height, confidence and text.
 *
 * @param pageWidth of the surrogate, in pixels
 * @param pageHeight of the surrogate, in pixels
 * @param factor by which the page was enlarged for reading, below 1 when it was reduced
 */
record WordTable(int pageWidth, int pageHeight, double factor) {
  private static final int COLUMNS = 12;

  List<Block> blocks(String table) {
    List<Block> blocks = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    for (String row : table.split("\n", -1)) {
      String[] cells = row.split("\t", COLUMNS);
      switch (cells[0]) {
        case "2" -> {
          finish(words, lines, () -> new Line(words));
          finish(lines, blocks, () -> new Block(lines));
        }
        case "4" -> finish(words, lines, () -> new Line(words));
        case "5" -> addWord(cells, words);
        default -> {
          // Pages and paragraphs add nothing, and the last line is empty.
        }
      }
    }
    finish(words, lines, () -> new Line(words));
    finish(lines, blocks, () -> new Block(lines));
    return blocks;
  }

  private static <C, P> void finish(List<C> children, List<P> parents, Supplier<P> parent) {
    if (!children.isEmpty()) {
      parents.add(parent.get());
      children.clear();
    }
  }

  private void addWord(String[] cells, List<Word> words) {
    if (cells.length < COLUMNS || cells[11].isBlank()) {
      return;
    }
    int width = Integer.parseInt(cells[8]);
    int height = Integer.parseInt(cells[9]);
    Box enlarged =
        new Box(
            Math.max(0, Integer.parseInt(cells[6])),
            Math.max(0, Integer.parseInt(cells[7])),
            Math.max(1, width),
            Math.max(1, height));
    words.add(
        new Word(
            cells[11],
            enlarged.reducedBy(factor, pageWidth, pageHeight),
            ConfidenceScale.probability(Double.parseDouble(cells[10]))));
  }
}
