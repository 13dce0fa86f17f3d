package org.cotejo.translation.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the boxes of words to one box a line. */
public final class LineBoxes {
  private LineBoxes() {}

  /** One box for each line that the words stand on, in the order of the words. */
  public static List<PageBox> merged(List<PlacedWord> words) {
    Map<String, PageBox> byLine = new LinkedHashMap<>();
    for (PlacedWord word : words) {
      for (PageBox place : word.boxes()) {
        byLine.merge(
            place.line(),
            place,
            (one, other) -> new PageBox(one.page(), one.box().union(other.box()), one.line()));
      }
    }
    return List.copyOf(byLine.values());
  }
}
