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
  public static final String VERSION = "5";

  private static final double GAP_OF_PITCH = 1.55;

  /** The regions of a page in the order of the blocks; every line is in exactly one. */
  public List<Region> regions(List<Block> blocks, int pageWidth, int pageHeight) {
    PageShape page = PageShape.of(blocks, pageWidth, pageHeight);
    GroupTyping typing = new GroupTyping(page, PageCues.of(blocks, page));
    List<Region> regions = new ArrayList<>();
    for (Block block : blocks) {
      List<Region> ofBlock = new ArrayList<>();
      for (List<Line> group : groups(block, page, typing)) {
        addOrJoin(ofBlock, new Region(typing.type(group), group));
      }
      regions.addAll(ofBlock);
    }
    return List.copyOf(regions);
  }

  /** Lines of a block up to a white space, or up to a line that is something by itself. */
  private static List<List<Line>> groups(Block block, PageShape page, GroupTyping typing) {
    List<List<Line>> groups = new ArrayList<>();
    List<Line> current = new ArrayList<>();
    boolean alone = false;
    for (Line line : block.lines()) {
      boolean apart = typing.standsAlone(line);
      boolean begins =
          !current.isEmpty()
              && (apart
                  || alone
                  || gapAbove(current.getLast(), line, page)
                  || typing.begins(current.getLast(), line));
      if (begins) {
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

  private static void addOrJoin(List<Region> regions, Region next) {
    boolean joins =
        !regions.isEmpty() && regions.getLast().type() == next.type() && joins(next.type());
    if (!joins) {
      regions.add(next);
      return;
    }
    List<Line> lines = new ArrayList<>(regions.removeLast().lines());
    lines.addAll(next.lines());
    regions.add(new Region(next.type(), lines));
  }

  /** Whether two neighbours of the type are one region, whatever white is between them. */
  private static boolean joins(RegionType type) {
    return switch (type) {
      case BODY, UNKNOWN, STAMP, MARGINAL_NOTE, SIGNATURE -> true;
      case HEADING, DATE_LINE, ADDRESS, LETTERHEAD, PAGE_NUMBER, TABLE -> false;
    };
  }
}
