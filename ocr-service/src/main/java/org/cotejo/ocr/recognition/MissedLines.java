package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;

/** Puts lines that were found later among the blocks of a page. */
public final class MissedLines {
  private MissedLines() {}

  /**
   * What was found.
   *
   * @param lines from the top
   * @param replaced lines of the page whose place they take
   */
  public record Found(List<Line> lines, List<Line> replaced) {
    public Found {
      lines = List.copyOf(lines);
      replaced = List.copyOf(replaced);
    }
  }

  /**
   * The blocks with the lines at their place in reading order: within a block that stands on both
   * sides of it, else as a block of its own before the first block that begins below.
   */
  public static List<Block> placed(List<Block> blocks, Found found) {
    List<Block> placed = new ArrayList<>();
    for (Block block : blocks) {
      List<Line> kept =
          block.lines().stream().filter(line -> !found.replaced().contains(line)).toList();
      placed.add(kept.size() == block.lines().size() ? block : new Block(kept));
    }
    found.lines().forEach(line -> place(placed, line));
    return placed;
  }

  private static void place(List<Block> blocks, Line line) {
    Box box = line.box();
    int middle = PageShape.middle(box);
    int before = blocks.size();
    for (int at = blocks.size() - 1; at >= 0; at--) {
      List<Line> lines = blocks.get(at).lines();
      if (lines.isEmpty()) {
        continue;
      }
      Box block = Box.around(lines.stream().map(Line::box).toList());
      boolean beside = box.x() < block.right() && box.right() > block.x();
      if (beside && middle > block.y() && middle < block.bottom()) {
        blocks.set(at, with(lines, line));
        return;
      }
      if (middle <= block.y()) {
        before = at;
      }
    }
    blocks.add(before, new Block(List.of(line)));
  }

  private static Block with(List<Line> lines, Line line) {
    List<Line> more = new ArrayList<>(lines);
    int at = 0;
    while (at < more.size()
        && PageShape.middle(more.get(at).box()) < PageShape.middle(line.box())) {
      at++;
    }
    more.add(at, line);
    return new Block(more);
  }
}
