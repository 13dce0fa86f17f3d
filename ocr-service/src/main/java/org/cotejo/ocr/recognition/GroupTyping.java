package org.cotejo.ocr.recognition;

import java.util.List;
import java.util.stream.Collectors;

/** Says what lines that stand together are, on a page of known shape. */
final class GroupTyping {
  private static final double UNREADABLE_BELOW = 0.35;
  private static final double LEGIBLE_FROM = 0.4;
  private static final double HEAD_OF_PAGE = 0.28;
  private static final double MARGIN_NOTE_WIDTH = 0.22;
  private static final double SHORT_OF_COLUMN = 0.72;
  private static final double CAPITALS = 0.75;
  private static final double STAMPED_CAPITALS = 0.6;
  private static final double LEGIBLE_HEAD = 0.7;
  private static final double NAME_OF_OFFICE = 0.2;
  private static final int STAMPED_DIGITS = 4;
  private static final double SET_IN = 0.06;
  private static final double MIDDLE = 0.17;
  private static final double AT_SIDE = 0.08;
  private static final double REFERENCE_SET = 0.15;
  private static final double SET_RIGHT = 0.25;
  private static final int LETTERHEAD_LINES = 5;
  private static final int SIGNATURE_LINES = 5;
  private static final int SIGNATURE_WORDS = 8;
  private static final int NUMBER_LENGTH = 7;
  private static final int LEAST_STACK = 3;

  private final PageShape page;
  private final PageCues cues;

  GroupTyping(PageShape page, PageCues cues) {
    this.page = page;
    this.cues = cues;
  }

  /** Whether a line is something by itself, whatever stands around it. */
  boolean standsAlone(Line line) {
    return isPageNumber(line)
        || isDateLine(line)
        || isStamp(line)
        || isHandling(line)
        || isReference(line)
        || isFooter(line)
        || cues.labels().contains(line.box());
  }

  /** Whether something new begins with a line, without white above it. */
  boolean begins(Line above, Line line) {
    boolean leavesHead =
        (page.above(above.box()) && !page.above(line.box()))
            || (!page.above(above.box())
                && above.box().y() <= page.proseTop()
                && LineKinds.isSubject(above.text()));
    boolean head = page.above(line.box());
    boolean named =
        head
            && (LineKinds.isSubject(line.text())
                || LineKinds.isSalutation(line)
                || LineKinds.isSalutation(above));
    boolean signed = isClosing(line) && !isClosing(above);
    boolean closes =
        page.below(line.box())
            && isShort(line)
            && page.indent(line.box()) > SET_RIGHT
            && !page.below(above.box());
    boolean titled = !head && isTitle(line) != isTitle(above);
    boolean outside = head || page.below(line.box()) || !page.inColumn(line.box());
    boolean otherHand = outside && isDoubtful(above) != isDoubtful(line);
    return leavesHead || named || signed || closes || titled || otherHand;
  }

  private boolean isClosing(Line line) {
    return isShort(line)
        && LineKinds.isSigned(line.text())
        && page.indent(line.box()) > SET_RIGHT
        && !page.above(line.box());
  }

  /** A line of capitals that is set in, as headings and the names of speakers are. */
  private boolean isTitle(Line line) {
    return page.indent(line.box()) > SET_IN
        && isShort(line)
        && LineKinds.letters(line.text()) > 2
        && LineKinds.capitals(line.text()) > CAPITALS;
  }

  RegionType type(List<Line> group) {
    Line first = group.getFirst();
    Box box = Box.around(group.stream().map(Line::box).toList());
    if (group.size() == 1) {
      if (isStamp(first)) {
        return RegionType.STAMP;
      }
      if (isPageNumber(first)) {
        return RegionType.PAGE_NUMBER;
      }
      if (isHandling(first)) {
        return RegionType.STAMP;
      }
      if (isDateLine(first)) {
        return RegionType.DATE_LINE;
      }
      if (isReference(first) || isFooter(first)) {
        return RegionType.LETTERHEAD;
      }
      if (cues.labels().contains(box)) {
        return RegionType.HEADING;
      }
    }
    if (isUnreadable(group) || isDoubtful(group)) {
      return strange(group, box);
    }
    if (isTable(group)) {
      return RegionType.TABLE;
    }
    if (isMarginalNote(box)) {
      return isHeading(group, box) ? RegionType.HEADING : RegionType.MARGINAL_NOTE;
    }
    boolean opens = box.y() <= page.proseTop() && LineKinds.isSubject(first.text());
    if (page.above(box) || opens) {
      return typeAboveText(group, box);
    }
    if (page.below(box) || isClosing(first)) {
      return isSignature(group, box) ? RegionType.SIGNATURE : RegionType.BODY;
    }
    return isHeading(group, box) ? RegionType.HEADING : RegionType.BODY;
  }

  /** What was read badly: within the text it stays text, outside it is no type of this page. */
  private RegionType strange(List<Line> group, Box box) {
    String text = text(group);
    boolean outside = page.above(box) || page.below(box) || isMarginalNote(box);
    boolean heading =
        (LineKinds.letters(text) > 2 || LineKinds.isNumeral(text)) && isHeading(group, box);
    if (!outside) {
      boolean unreadable = isUnreadable(group) && LineKinds.letters(text) < 3;
      return heading ? RegionType.HEADING : unreadable ? RegionType.UNKNOWN : RegionType.BODY;
    }
    if (isStack(group) || group.stream().allMatch(line -> cues.stacked(line.box()))) {
      return RegionType.STAMP;
    }
    boolean capitals = LineKinds.letters(text) > 3 && LineKinds.capitals(text) > STAMPED_CAPITALS;
    boolean readable = LineKinds.legible(group) >= LEGIBLE_HEAD;
    boolean atSide = Math.abs(box.x() - cues.left()) < AT_SIDE * page.columnWidth();
    boolean office =
        (cues.letter() && box.bottom() < NAME_OF_OFFICE * page.height())
            || (atSide && box.bottom() < HEAD_OF_PAGE * page.height());
    if (capitals && readable && office) {
      return RegionType.LETTERHEAD;
    }
    if (heading && isSetIn(box) && !cues.letter()) {
      return RegionType.HEADING;
    }
    if (text.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
      return RegionType.UNKNOWN;
    }
    boolean numbered = text.codePoints().filter(Character::isDigit).count() >= STAMPED_DIGITS;
    return capitals || numbered ? RegionType.STAMP : RegionType.MARGINAL_NOTE;
  }

  private RegionType typeAboveText(List<Line> group, Box box) {
    Line first = group.getFirst();
    if (LineKinds.isSubject(first.text())) {
      return RegionType.HEADING;
    }
    if (LineKinds.isSalutation(first) && group.size() == 1) {
      return RegionType.BODY;
    }
    if (isHeadedTitle(group)) {
      return RegionType.HEADING;
    }
    boolean few = group.stream().allMatch(line -> line.words().size() <= SIGNATURE_WORDS);
    if (few && LineKinds.isAddressee(first.text())) {
      return RegionType.ADDRESS;
    }
    if (isSetIn(box) && isLetterhead(group, box)) {
      return RegionType.LETTERHEAD;
    }
    boolean capitals = LineKinds.capitals(text(group)) > CAPITALS;
    if (capitals && !cues.letter() && !isLetterhead(group, box) && isHeading(group, box)) {
      return RegionType.HEADING;
    }
    if (!group.stream().allMatch(this::isShort)) {
      return RegionType.BODY;
    }
    if (isStaircase(group)) {
      return RegionType.ADDRESS;
    }
    if (isLetterhead(group, box)) {
      return RegionType.LETTERHEAD;
    }
    if (isHeading(group, box)) {
      return RegionType.HEADING;
    }
    boolean listed = group.size() >= 2 && group.size() <= 8;
    boolean prose = LineKinds.endsLikeProse(group.getLast().text());
    return listed && !prose ? RegionType.ADDRESS : RegionType.BODY;
  }

  /**
   * At the head of the page: the name of an office, what stands above the date or the addressee of
   * a letter, capitals at the side; a running title stands in one row with the page number. Below
   * the date capitals are a heading: a title must not be lost with the letterhead.
   */
  private boolean isLetterhead(List<Line> group, Box box) {
    boolean atHead = box.bottom() < HEAD_OF_PAGE * page.height();
    if (!atHead || group.size() > LETTERHEAD_LINES) {
      return false;
    }
    String text = text(group);
    boolean begun = cues.letter() && PageShape.middle(box) >= cues.beginsLetter();
    boolean capitals = LineKinds.capitals(text) > CAPITALS;
    boolean atSide = box.x() - cues.left() < AT_SIDE * page.columnWidth();
    return LineKinds.namesOffice(text)
        || cues.besideNumber(box)
        || (capitals && atSide && !begun)
        || (cues.letter() && !begun);
  }

  /** Long lines above the text that are set in, or of which the last is: a title over the page. */
  private boolean isHeadedTitle(List<Line> group) {
    boolean setIn = isSetIn(Box.around(group.stream().map(Line::box).toList()));
    boolean last = group.size() > 1 && isSetIn(group.getLast().box());
    return !cues.letter()
        && group.size() <= 3
        && (setIn || last)
        && !isStaircase(group)
        && !isLetterhead(group, Box.around(group.stream().map(Line::box).toList()));
  }

  /** Rows of at least two cells that begin below each other. */
  private boolean isTable(List<Line> group) {
    int rows = 0;
    Line above = group.getFirst();
    for (Line line : group.subList(1, group.size())) {
      Box box = line.box();
      boolean beside =
          PageShape.middle(box) < above.box().bottom()
              && PageShape.middle(box) > above.box().y()
              && box.x() >= above.box().right();
      if (beside
          && group.stream()
                  .filter(other -> Math.abs(other.box().x() - box.x()) < page.lineHeight())
                  .count()
              >= LEAST_STACK) {
        rows++;
      }
      above = line;
    }
    return rows >= LEAST_STACK;
  }

  private boolean isPageNumber(Line line) {
    boolean scrap = isDoubtful(line) && !page.atEdge(line.box());
    if (!page.besideText(line.box()) || scrap || cues.stacked(line.box())) {
      return false;
    }
    return LineKinds.isPageNumber(line.text()) || isMisreadNumber(line);
  }

  /** A scrap in the middle or at the right above the text, with a dash or a digit. */
  private boolean isMisreadNumber(Line line) {
    String text = line.text();
    boolean dashed =
        text.codePoints()
            .anyMatch(each -> each == '-' || each == '—' || each == '–' || Character.isDigit(each));
    long letters = LineKinds.letters(text);
    return page.above(line.box())
        && page.hasProse()
        && dashed
        && letters <= 1
        && text.length() <= NUMBER_LENGTH
        && page.indent(line.box()) > SET_RIGHT
        && line.box().bottom() < page.proseTop();
  }

  /** A date by itself: outside the text, or begun right of its middle. */
  private boolean isDateLine(Line line) {
    boolean apart = line.box().y() >= page.proseBottom() + page.lineHeight();
    boolean outside = page.above(line.box()) || (page.below(line.box()) && apart && isShort(line));
    boolean rightHalf = line.box().x() > page.columnLeft() + page.columnWidth() / 2;
    return (outside || rightHalf) && LineKinds.isDateLine(line);
  }

  private boolean isStamp(Line line) {
    return LineKinds.isStamp(line) || cues.stamps().contains(line.box());
  }

  private boolean isHandling(Line line) {
    return page.above(line.box()) && LineKinds.isHandling(line.text());
  }

  private boolean isReference(Line line) {
    return page.above(line.box())
        && line.box().bottom() < HEAD_OF_PAGE * page.height()
        && line.text().length() > 3
        && (page.indent(line.box()) < REFERENCE_SET || page.outdent(line.box()) < REFERENCE_SET)
        && !LineKinds.isDateLine(line)
        && LineKinds.isReference(line.text());
  }

  private boolean isFooter(Line line) {
    return page.below(line.box()) && LineKinds.isDigitised(line.text());
  }

  private boolean isDoubtful(Line line) {
    return line.confidence() < cues.doubtfulBelow();
  }

  private boolean isDoubtful(List<Line> group) {
    return mean(group) < cues.doubtfulBelow();
  }

  private static boolean isUnreadable(List<Line> group) {
    return mean(group) < UNREADABLE_BELOW || LineKinds.legible(group) < LEGIBLE_FROM;
  }

  private static double mean(List<Line> group) {
    return group.stream().mapToDouble(Line::confidence).average().orElse(0);
  }

  /** Scraps above each other: letters of a line that runs up or down the page. */
  private boolean isStack(List<Line> group) {
    return group.size() >= LEAST_STACK
        && group.stream().allMatch(line -> line.box().width() < 2.5 * page.lineHeight());
  }

  /** Each line begins right of the one before, as in the address of a letter. */
  private boolean isStaircase(List<Line> group) {
    for (int at = 1; at < group.size(); at++) {
      int step = group.get(at).box().x() - group.get(at - 1).box().x();
      if (step < page.lineHeight()) {
        return false;
      }
    }
    return group.size() >= (cues.letter() ? 2 : 3) && group.size() <= 8;
  }

  private boolean isMarginalNote(Box box) {
    boolean beside =
        box.right() <= page.columnLeft() + page.lineHeight() / 2 || box.x() >= page.columnRight();
    boolean withinHeight = box.y() < page.proseBottom() && box.bottom() > page.proseTop();
    return page.hasProse()
        && beside
        && withinHeight
        && box.width() < MARGIN_NOTE_WIDTH * page.width();
  }

  private boolean isHeading(List<Line> group, Box box) {
    String text = text(group);
    boolean capitals = LineKinds.capitals(text) > CAPITALS && LineKinds.letters(text) > 2;
    boolean begins = !Character.isLowerCase(firstLetter(text));
    boolean numeral = group.size() == 1 && isSetIn(box) && LineKinds.isNumeral(text);
    boolean middle = Math.abs(page.indent(box) - page.outdent(box)) < MIDDLE;
    boolean centred = isSetIn(box) && middle && begins && !LineKinds.endsLikeProse(text);
    return group.size() <= 3
        && (group.stream().allMatch(this::isShort) || (capitals && group.size() == 1))
        && text.length() > 1
        && (capitals || centred || numeral);
  }

  private boolean isSignature(List<Line> group, Box box) {
    boolean few =
        group.size() <= SIGNATURE_LINES
            && group.stream().allMatch(line -> line.words().size() <= SIGNATURE_WORDS);
    boolean right = page.indent(box) > SET_RIGHT;
    boolean signed = LineKinds.isSigned(group.getFirst().text());
    boolean named =
        Character.isUpperCase(firstLetter(text(group))) || LineKinds.isNobleName(text(group));
    return few
        && group.stream().allMatch(this::isShort)
        && (right || signed)
        && named
        && !isCatchword(group);
  }

  /** The first word of the next page, at the right foot of a full one. */
  private boolean isCatchword(List<Line> group) {
    Line line = group.getFirst();
    String text = line.text();
    boolean ends = text.endsWith(".") && !text.endsWith("..");
    return group.size() == 1
        && line.words().size() == 1
        && !ends
        && page.outdent(line.box()) < 0.15
        && page.proseBottom() > 0.85 * page.height();
  }

  private boolean isShort(Line line) {
    return line.box().width() < SHORT_OF_COLUMN * page.columnWidth();
  }

  /** White at both sides, of about the same width. */
  private boolean isSetIn(Box box) {
    double left = page.indent(box);
    double right = page.outdent(box);
    return left > SET_IN && right > SET_IN && Math.abs(left - right) < 0.4;
  }

  /** The first letter of a text; a space when it has none. */
  private static int firstLetter(String text) {
    return text.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
  }

  private static String text(List<Line> group) {
    return group.stream().map(Line::text).collect(Collectors.joining(" "));
  }
}
