package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissedLinesTest {
  private static final Line FIRST = TypedPage.line(0.9, 100, 500, "the pilot could not go");
  private static final Line SECOND = TypedPage.line(0.9, 100, 700, "on board before noon");
  private static final Line SCRAP = TypedPage.line(0.3, 400, 300, "ana");

  @Test
  void standsBetweenTheLinesOfItsBlock() {
    Line missed = TypedPage.line(0.9, 100, 600, "because of the fog");

    assertEquals(
        List.of(new Block(List.of(FIRST, missed, SECOND))),
        placed(List.of(new Block(List.of(FIRST, SECOND))), missed, List.of()));
  }

  @Test
  void isBlockBeforeThoseBelow() {
    Line missed = TypedPage.line(0.9, 400, 100, "- 3 -");

    assertEquals(
        List.of(new Block(List.of(missed)), new Block(List.of(FIRST, SECOND))),
        placed(List.of(new Block(List.of(FIRST, SECOND))), missed, List.of()));
  }

  @Test
  void takesThePlaceOfAScrap() {
    Line missed = TypedPage.line(0.9, 400, 300, "- 3 -");

    assertEquals(
        List.of(new Block(List.of()), new Block(List.of(missed)), new Block(List.of(FIRST))),
        placed(
            List.of(new Block(List.of(SCRAP)), new Block(List.of(FIRST))), missed, List.of(SCRAP)));
  }

  private static List<Block> placed(List<Block> blocks, Line missed, List<Line> replaced) {
    return MissedLines.placed(blocks, new MissedLines.Found(List.of(missed), replaced));
  }
}
