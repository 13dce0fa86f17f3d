package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines are 40 pixels high, characters 25 wide. */
class UnreadRowsTest {
  private static final double HEIGHT = 40;
  private static final double CHARACTER = 25;

  @Test
  void findsTheNumberBetweenDashes() {
    List<Box> pieces = new ArrayList<>(number());
    pieces.add(new Box(1500, 900, 3, 3));

    List<UnreadRows.Row> rows = UnreadRows.of(pieces, HEIGHT, CHARACTER);

    assertEquals(List.of(new UnreadRows.Row(number())), rows);
    assertEquals(
        Optional.of(new Box(900, 100, 45, 36)), UnreadRows.betweenDashes(rows.getFirst(), HEIGHT));
  }

  @Test
  void givesTheNumberItsDashesBack() {
    Line read = TypedPage.line(0.9, 900, 100, "12");

    Line line = UnreadRows.dashed(new UnreadRows.Row(number()), read, HEIGHT, CHARACTER);

    assertEquals("- 12 -", line.text());
  }

  @Test
  void isOneWordWithDashesThatStandClose() {
    UnreadRows.Row row =
        new UnreadRows.Row(List.of(dash(875), new Box(900, 100, 20, 36), dash(925)));

    Line line = UnreadRows.dashed(row, TypedPage.line(0.9, 900, 100, "3"), HEIGHT, CHARACTER);

    assertEquals("-3-", line.text());
    assertEquals(row.box(), line.box());
  }

  @Test
  void countsDashesThoseThatTouchToo() {
    List<Box> pieces = new ArrayList<>();
    for (int at = 0; at < 4; at++) {
      pieces.add(dash(500 + 25 * at));
    }
    pieces.add(new Box(600, 115, 47, 8));
    pieces.add(dash(650));

    assertEquals("-------", marks(pieces));
  }

  @Test
  void partsWordsOfDashes() {
    List<Box> pieces = List.of(dash(500), dash(525), dash(600), dash(625), dash(650));

    assertEquals("-- ---", marks(pieces));
  }

  @Test
  void readsDots() {
    List<Box> pieces = new ArrayList<>();
    for (int at = 0; at < 6; at++) {
      pieces.add(new Box(500 + 40 * at, 128, 9, 9));
    }

    assertEquals(". . . . . .", marks(pieces));
  }

  @Test
  void lettersAndUnevenDirtAreNoMarks() {
    assertEquals("", marks(number()));
    assertEquals(
        "", marks(List.of(dash(500), dash(531), dash(590), dash(627), dash(640), dash(702))));
  }

  @Test
  void findsNothingInSpecksAndStrokes() {
    List<Box> pieces =
        List.of(new Box(10, 10, 3, 3), new Box(40, 10, 3, 3), new Box(0, 50, 900, 4));

    assertEquals(List.of(), UnreadRows.of(pieces, HEIGHT, CHARACTER));
  }

  @Test
  void scrapIsShortDoubtfulAndAlone() {
    Line scrap = TypedPage.line(0.3, 900, 100, "ana");
    Line beside = TypedPage.line(0.9, 300, 104, "harbour");

    assertTrue(UnreadRows.isScrap(scrap, List.of(scrap)));
    assertFalse(UnreadRows.isScrap(scrap, List.of(scrap, beside)));
    assertFalse(UnreadRows.isScrap(beside, List.of(beside)));
    Line number = TypedPage.line(0.3, 900, 100, "- 4 -");
    assertFalse(UnreadRows.isScrap(number, List.of(number)));
  }

  private static String marks(List<Box> pieces) {
    return UnreadRows.marks(new UnreadRows.Row(pieces), HEIGHT, CHARACTER)
        .map(Line::text)
        .orElse("");
  }

  /** A dash, two digits, a dash, with spaces between. */
  private static List<Box> number() {
    return List.of(dash(850), new Box(900, 100, 20, 36), new Box(925, 100, 20, 36), dash(970));
  }

  private static Box dash(int x) {
    return new Box(x, 115, 18, 8);
  }
}
