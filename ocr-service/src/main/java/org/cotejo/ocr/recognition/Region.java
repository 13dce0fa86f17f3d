package org.cotejo.ocr.recognition;

import java.util.List;

/** Lines of one kind that stand together, in reading order; at least one. */
public record Region(RegionType type, List<Line> lines) {
  public Region {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a region has at least one line");
    }
  }

  public Box box() {
    return Box.around(lines.stream().map(Line::box).toList());
  }
}
