package org.cotejo.ocr.recognition.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Region;
import org.cotejo.ocr.recognition.RegionType;
import org.cotejo.ocr.recognition.Word;

/**
 * How the regions found on pages fit those annotated.
 *
 * <p>Words: a word read belongs to the smallest annotated region that its middle lies in, and is
 * right when it was given that type. Words in no region are dirt and wrong unless they were called
 * unknown. Regions: one annotated is found when regions of its type cover a third of it or more;
 * one found is right when half of it or more lies in annotated ones of its type. Order: of all
 * pairs of lines of the text (not in stamps, notes, page numbers and letterheads) those that stand
 * the wrong way round.
 */
final class LayoutScore {
  /** Cells across a page and down it, in which areas are counted. */
  private static final int COLUMNS = 400;

  private static final int ROWS = 600;

  /** People draw with room around a line; lines that were read have none. */
  private static final double FOUND_PART = 1.0 / 3;

  private static final double RIGHT_PART = 0.5;

  private final Map<RegionType, Count> counts = new EnumMap<>(RegionType.class);
  private long rightWords;
  private long words;
  private long pairs;
  private long wrongPairs;

  /** What was counted for a type. */
  static final class Count {
    long annotatedWords;
    long foundWords;
    long rightWords;
    long annotatedRegions;
    long annotatedFound;
    long foundRegions;
    long foundRight;

    private void add(Count other) {
      annotatedWords += other.annotatedWords;
      foundWords += other.foundWords;
      rightWords += other.rightWords;
      annotatedRegions += other.annotatedRegions;
      annotatedFound += other.annotatedFound;
      foundRegions += other.foundRegions;
      foundRight += other.foundRight;
    }
  }

  LayoutScore() {
    for (RegionType type : RegionType.values()) {
      counts.put(type, new Count());
    }
  }

  void add(LayoutScore other) {
    other.counts.forEach((type, count) -> of(type).add(count));
    rightWords += other.rightWords;
    words += other.words;
    pairs += other.pairs;
    wrongPairs += other.wrongPairs;
  }

  Count of(RegionType type) {
    return counts.getOrDefault(type, new Count());
  }

  /** Words of annotated regions with the right type, in percent. */
  double rightWordsPercent() {
    return percent(rightWords, words);
  }

  /** Pairs of lines that are the wrong way round, in percent. */
  double orderErrorPercent() {
    return percent(wrongPairs, pairs);
  }

  static double percent(long part, long whole) {
    return whole == 0 ? Double.NaN : 100.0 * part / whole;
  }

  /** Counts a page. */
  void count(AnnotatedPage page, List<Region> found) {
    for (Region region : found) {
      for (Line line : region.lines()) {
        line.words().forEach(word -> countWord(page, region.type(), word));
      }
    }
    for (RegionType type : RegionType.values()) {
      countRegions(page, found, type);
    }
    countOrder(page, found);
  }

  private void countWord(AnnotatedPage page, RegionType given, Word word) {
    Optional<AnnotatedPage.Area> area = at(page, word.box());
    of(given).foundWords++;
    if (area.isEmpty()) {
      return;
    }
    words++;
    of(area.get().type()).annotatedWords++;
    if (area.get().type() == given) {
      rightWords++;
      of(given).rightWords++;
    }
  }

  private void countRegions(AnnotatedPage page, List<Region> found, RegionType type) {
    List<BitSet> annotated =
        page.regions().stream()
            .filter(area -> area.type() == type)
            .map(area -> cells(page, area.left(), area.top(), area.right(), area.bottom()))
            .toList();
    List<BitSet> given =
        found.stream()
            .filter(region -> region.type() == type)
            .map(Region::box)
            .map(box -> cells(page, box.x(), box.y(), box.right(), box.bottom()))
            .toList();
    Count count = of(type);
    count.annotatedRegions += annotated.size();
    count.annotatedFound += covered(annotated, given, FOUND_PART);
    count.foundRegions += given.size();
    count.foundRight += covered(given, annotated, RIGHT_PART);
  }

  private static long covered(List<BitSet> each, List<BitSet> by, double part) {
    BitSet all = new BitSet(COLUMNS * ROWS);
    by.forEach(all::or);
    return each.stream()
        .filter(
            cells -> {
              BitSet common = (BitSet) cells.clone();
              common.and(all);
              return common.cardinality() >= part * cells.cardinality();
            })
        .count();
  }

  private static BitSet cells(
      AnnotatedPage page, double left, double top, double right, double bottom) {
    int first = cell(left, page.width(), COLUMNS);
    int last = Math.max(first + 1, cell(right, page.width(), COLUMNS));
    BitSet cells = new BitSet(COLUMNS * ROWS);
    int upper = cell(top, page.height(), ROWS);
    int lower = Math.max(upper + 1, cell(bottom, page.height(), ROWS));
    for (int row = upper; row < lower; row++) {
      cells.set(row * COLUMNS + first, row * COLUMNS + last);
    }
    return cells;
  }

  private static int cell(double place, double size, int cells) {
    return Math.clamp(Math.round(place / size * cells), 0, cells - 1);
  }

  /** A line of the text, and where it ought to come. */
  private record Place(int region, Box box, boolean table) {
    /** Whether this line ought to come after another. */
    boolean after(Place other) {
      if (region != other.region) {
        return region > other.region;
      }
      boolean sameRow =
          middle() >= other.box.y()
              && middle() < other.box.bottom()
              && other.middle() >= box.y()
              && other.middle() < box.bottom();
      return sameRow ? box.x() > other.box.x() : middle() > other.middle();
    }

    private double middle() {
      return box.y() + box.height() / 2.0;
    }
  }

  private void countOrder(AnnotatedPage page, List<Region> found) {
    List<Place> places = new ArrayList<>();
    for (Region region : found) {
      for (Line line : region.lines()) {
        Optional<AnnotatedPage.Area> area =
            at(page, line.box()).filter(each -> isText(each.type()));
        area.ifPresent(
            each ->
                places.add(
                    new Place(
                        page.regions().indexOf(each),
                        line.box(),
                        each.type() == RegionType.TABLE)));
      }
    }
    for (int one = 0; one < places.size(); one++) {
      for (int other = one + 1; other < places.size(); other++) {
        Place before = places.get(one);
        Place after = places.get(other);
        // A table may be read by rows or by columns.
        if (before.region == after.region && before.table) {
          continue;
        }
        pairs++;
        wrongPairs += before.after(after) ? 1 : 0;
      }
    }
  }

  private static boolean isText(RegionType type) {
    return switch (type) {
      case BODY, HEADING, DATE_LINE, ADDRESS, SIGNATURE, TABLE -> true;
      case LETTERHEAD, PAGE_NUMBER, STAMP, MARGINAL_NOTE, UNKNOWN -> false;
    };
  }

  private static Optional<AnnotatedPage.Area> at(AnnotatedPage page, Box box) {
    return page.at(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
  }
}
