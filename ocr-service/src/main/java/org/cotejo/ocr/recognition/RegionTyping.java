package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides what the recogniser found into regions and says what each is, by where it stands, how it
 * is set and what it says.
 *
 * <p>The rules are cautious: running text that is taken for furniture is lost to the reader of the
 * translation, furniture taken for running text only disturbs; so the type is body unless there is
 * a reason.
 */
public final class RegionTyping {
  /** Part of the engine's fingerprint; changes with the rules. */
  public static final String VERSION = "2";

  private static final double GAP_OF_PITCH = 1.55;
  private static final double UNREADABLE_BELOW = 0.35;
  private static final double HEAD_OF_PAGE = 0.28;
  private static final double NUMBER_HEAD = 0.13;
  private static final double NUMBER_FOOT = 0.88;
  private static final double MARGIN_NOTE_WIDTH = 0.22;
  private static final double SHORT_OF_COLUMN = 0.72;
  private static final double CAPITALS = 0.75;
  private static final int LETTERHEAD_LINES = 5;
  private static final int SIGNATURE_LINES = 4;
  private static final int SIGNATURE_WORDS = 6;

  /** The regions of a page in the order of the blocks; every line is in exactly one. */
  public List<Region> regions(List<Block> blocks, int pageWidth, int pageHeight) {
    PageShape page = PageShape.of(blocks, pageWidth, pageHeight);
    List<Region> regions = new ArrayList<>();
    for (Block block : blocks) {
      List<Region> ofBlock = new ArrayList<>();
      for (List<Line> group : groups(block, page)) {
        addOrJoin(ofBlock, new Region(type(group, page), group));
      }
      regions.addAll(ofBlock);
    }
    return List.copyOf(regions);
  }

  /** Lines of a block up to a white space, or up to a line that is something by itself. */
  private static List<List<Line>> groups(Block block, PageShape page) {
    List<List<Line>> groups = new ArrayList<>();
    List<Line> current = new ArrayList<>();
    boolean alone = false;
    for (Line line : block.lines()) {
      boolean apart = standsAlone(line, page);
      if (!current.isEmpty() && (apart || alone || gapAbove(current.getLast(), line, page))) {
        groups.add(List.copyOf(current));
        current.clear();
      }
      current.add(line);
      alone = apart;
    }
    if (!current.isEmpty()) {
      groups.add(List.copyOf(current));
    }
    return groups;
  }

  private static boolean gapAbove(Line above, Line line, PageShape page) {
    int pitch = PageShape.middle(line.box()) - PageShape.middle(above.box());
    return pitch > GAP_OF_PITCH * page.linePitch();
  }

  private static boolean standsAlone(Line line, PageShape page) {
    return isPageNumber(line, page) || isDateLine(line, page) || LineKinds.isStamp(line);
  }

  private static void addOrJoin(List<Region> regions, Region next) {
    boolean joins =
        !regions.isEmpty()
            && regions.getLast().type() == next.type()
            && (next.type() == RegionType.BODY || next.type() == RegionType.UNKNOWN);
    if (!joins) {
      regions.add(next);
      return;
    }
    List<Line> lines = new ArrayList<>(regions.removeLast().lines());
    lines.addAll(next.lines());
    regions.add(new Region(next.type(), lines));
  }

  private static RegionType type(List<Line> group, PageShape page) {
    Line first = group.getFirst();
    if (group.size() == 1 && isPageNumber(first, page)) {
      return RegionType.PAGE_NUMBER;
    }
    if (isUnreadable(group)) {
      return RegionType.UNKNOWN;
    }
    if (isMarginalNote(group, page)) {
      return RegionType.MARGINAL_NOTE;
    }
    if (group.size() == 1 && LineKinds.isStamp(first)) {
      return RegionType.STAMP;
    }
    if (group.size() == 1 && isDateLine(first, page)) {
      return RegionType.DATE_LINE;
    }
    Box box = Box.around(group.stream().map(Line::box).toList());
    if (page.hasProse() && box.bottom() <= page.proseTop() + page.lineHeight()) {
      return typeAboveText(group, box, page);
    }
    if (page.hasProse() && box.y() >= page.proseBottom() - page.lineHeight()) {
      return isSignature(group, box, page) ? RegionType.SIGNATURE : RegionType.BODY;
    }
    return isHeading(group, box, page) ? RegionType.HEADING : RegionType.BODY;
  }

  private static RegionType typeAboveText(List<Line> group, Box box, PageShape page) {
    boolean isShort = isShort(group, page);
    if (isShort && isLetterhead(group, box, page)) {
      return RegionType.LETTERHEAD;
    }
    if (isHeading(group, box, page)) {
      return RegionType.HEADING;
    }
    boolean addressed = LineKinds.isAddressee(group.getFirst().text());
    boolean listed = group.size() >= 2 && group.size() <= 8;
    if (isShort && listed && (addressed || !endsLikeProse(group))) {
      return RegionType.ADDRESS;
    }
    return RegionType.BODY;
  }

  private static boolean isUnreadable(List<Line> group) {
    double confidence = group.stream().mapToDouble(Line::confidence).average().orElse(0);
    return confidence < UNREADABLE_BELOW || LineKinds.legible(group) < 0.4;
  }

  private static boolean isPageNumber(Line line, PageShape page) {
    int middle = PageShape.middle(line.box());
    boolean outside =
        middle < NUMBER_HEAD * page.height()
            || middle > NUMBER_FOOT * page.height()
            || (page.hasProse()
                && (line.box().bottom() < page.proseTop() || line.box().y() > page.proseBottom()));
    return outside && LineKinds.isPageNumber(line.text());
  }

  /** A date by itself: above the text, or begun right of its middle. */
  private static boolean isDateLine(Line line, PageShape page) {
    boolean above = page.hasProse() && line.box().bottom() <= page.proseTop() + page.lineHeight();
    boolean rightHalf = line.box().x() > page.columnLeft() + page.columnWidth() / 2;
    return (above || rightHalf) && LineKinds.isDateLine(line);
  }

  private static boolean isMarginalNote(List<Line> group, PageShape page) {
    Box box = Box.around(group.stream().map(Line::box).toList());
    boolean beside =
        box.right() <= page.columnLeft() + page.lineHeight() / 2 || box.x() >= page.columnRight();
    boolean withinHeight = box.y() < page.proseBottom() && box.bottom() > page.proseTop();
    return page.hasProse()
        && beside
        && withinHeight
        && box.width() < MARGIN_NOTE_WIDTH * page.width();
  }

  /** At the head of the page: capitals, or set in the middle, or clearly larger letters. */
  private static boolean isLetterhead(List<Line> group, Box box, PageShape page) {
    boolean atHead = box.bottom() < HEAD_OF_PAGE * page.height();
    String text = String.join(" ", group.stream().map(Line::text).toList());
    boolean large =
        group.stream().mapToInt(line -> line.box().height()).average().orElse(0)
            > 1.4 * page.lineHeight();
    boolean set = LineKinds.capitals(text) > CAPITALS || isCentred(box, page) || large;
    return atHead
        && set
        && group.size() <= LETTERHEAD_LINES
        && !LineKinds.isAddressee(group.getFirst().text());
  }

  private static boolean isHeading(List<Line> group, Box box, PageShape page) {
    String text = String.join(" ", group.stream().map(Line::text).toList());
    boolean capitals = LineKinds.capitals(text) > CAPITALS && text.length() > 3;
    boolean centred = isCentred(box, page) && !LineKinds.endsLikeProse(text);
    return group.size() <= 3 && isShort(group, page) && (capitals || centred);
  }

  private static boolean isSignature(List<Line> group, Box box, PageShape page) {
    boolean few =
        group.size() <= SIGNATURE_LINES
            && group.stream().allMatch(line -> line.words().size() <= SIGNATURE_WORDS);
    boolean right = box.x() > page.columnLeft() + 0.35 * page.columnWidth();
    boolean signed = LineKinds.isSigned(group.getFirst().text());
    return few && isShort(group, page) && (right || signed);
  }

  private static boolean isShort(List<Line> group, PageShape page) {
    return group.stream()
        .allMatch(line -> line.box().width() < SHORT_OF_COLUMN * page.columnWidth());
  }

  /** White space left and right that differs by less than a sixth of the column, and is there. */
  private static boolean isCentred(Box box, PageShape page) {
    int left = box.x() - page.columnLeft();
    int right = page.columnRight() - box.right();
    int least = page.columnWidth() / 8;
    return left > least && right > least && Math.abs(left - right) < page.columnWidth() / 6;
  }

  private static boolean endsLikeProse(List<Line> group) {
    return LineKinds.endsLikeProse(group.getLast().text());
  }
}
