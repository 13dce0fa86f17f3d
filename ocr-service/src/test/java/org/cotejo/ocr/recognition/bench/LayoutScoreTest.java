package org.cotejo.ocr.recognition.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Region;
import org.cotejo.ocr.recognition.RegionType;
import org.cotejo.ocr.recognition.Word;
import org.cotejo.ocr.recognition.bench.AnnotatedPage.Area;
import org.junit.jupiter.api.Test;

class LayoutScoreTest {
  private static final AnnotatedPage PAGE =
      new AnnotatedPage(
          1000,
          1000,
          List.of(
              new Area(RegionType.HEADING, 100, 100, 900, 150),
              new Area(RegionType.BODY, 100, 200, 480, 900),
              new Area(RegionType.BODY, 520, 200, 900, 900)));

  @Test
  void everythingFoundAsAnnotatedIsRight() {
    LayoutScore score = new LayoutScore();

    score.count(
        PAGE,
        List.of(
            region(RegionType.HEADING, line(100, 100)),
            region(RegionType.BODY, line(100, 200), line(100, 860)),
            region(RegionType.BODY, line(520, 200), line(520, 860))));

    assertEquals(100, score.rightWordsPercent());
    assertEquals(0, score.orderErrorPercent());
    LayoutScore.Count body = score.of(RegionType.BODY);
    assertEquals(2, body.annotatedRegions);
    assertEquals(2, body.annotatedFound);
    assertEquals(2, body.foundRight);
  }

  @Test
  void chargesTheTypeThatAWordWasGivenAndTheOneItHas() {
    LayoutScore score = new LayoutScore();

    score.count(PAGE, List.of(region(RegionType.BODY, line(100, 100), line(100, 200))));

    assertEquals(50, score.rightWordsPercent());
    assertEquals(1, score.of(RegionType.HEADING).annotatedWords);
    assertEquals(0, score.of(RegionType.HEADING).rightWords);
    assertEquals(2, score.of(RegionType.BODY).foundWords);
    assertEquals(1, score.of(RegionType.BODY).rightWords);
  }

  @Test
  void wordsBesideAllRegionsAreWrongForTheTypeTheyWereGiven() {
    LayoutScore score = new LayoutScore();

    score.count(PAGE, List.of(region(RegionType.STAMP, line(100, 950))));

    assertEquals(1, score.of(RegionType.STAMP).foundWords);
    assertEquals(0, score.of(RegionType.STAMP).rightWords);
    assertEquals(Double.NaN, score.rightWordsPercent());
  }

  @Test
  void columnsReadAcrossAreOutOfOrder() {
    LayoutScore score = new LayoutScore();

    score.count(
        PAGE,
        List.of(
            region(
                RegionType.BODY, line(100, 200), line(520, 200), line(100, 260), line(520, 260))));

    // Of six pairs one: the second line of the left column after the first of the right one.
    assertEquals(100.0 / 6, score.orderErrorPercent(), 1e-9);
  }

  private static Region region(RegionType type, Line... lines) {
    return new Region(type, List.of(lines));
  }

  private static Line line(int x, int y) {
    return new Line(List.of(new Word("word", new Box(x, y, 380, 40), 0.9)));
  }
}
