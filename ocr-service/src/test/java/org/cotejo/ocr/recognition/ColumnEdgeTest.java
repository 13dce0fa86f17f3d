package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnEdgeTest {
  private static final int COLUMN = 300;
  private static final String TEXT = "the ferry left late that evening";

  private static Block block(Line... odd) {
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      lines.add(TypedPage.line(0.95, COLUMN, 100 + 60 * row, TEXT));
    }
    lines.addAll(List.of(odd));
    return new Block(lines);
  }

  /** A line with a word left of its beginning. */
  private static Line begun(String stray, double confidence, int x, int y) {
    List<Word> words = new ArrayList<>();
    words.add(new Word(stray, new Box(x, y, 20 * stray.length(), 36), confidence));
    words.addAll(TypedPage.line(0.95, COLUMN, y, TEXT).words());
    return new Line(words);
  }

  private static List<List<String>> cleared(Block block) {
    return ColumnEdge.cleared(List.of(block)).stream()
        .map(each -> each.lines().stream().map(Line::text).toList())
        .toList();
  }

  @Test
  void scribbleInTheMarginLeavesTheLineAndStaysOnThePage() {
    assertEquals(
        List.of(List.of(TEXT, TEXT, TEXT, TEXT, TEXT), List.of("uh")),
        cleared(block(begun("uh", 0.3, 220, 340))));
  }

  @Test
  void numberThatHangsOutStays() {
    assertEquals(
        List.of(List.of(TEXT, TEXT, TEXT, TEXT, "4. " + TEXT)),
        cleared(block(begun("4.", 0.96, 220, 340))));
  }

  @Test
  void doubtfulWordAtTheColumnStays() {
    Line doubtful = TypedPage.line(0.3, COLUMN, 340, "lhe ferry came back");
    assertEquals(1, cleared(block(doubtful)).size());
  }

  @Test
  void fewLinesMakeNoColumn() {
    assertEquals(
        List.of(List.of("uh " + TEXT)), cleared(new Block(List.of(begun("uh", 0.3, 220, 100)))));
  }
}
