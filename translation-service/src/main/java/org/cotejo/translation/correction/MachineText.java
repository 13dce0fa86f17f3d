package org.cotejo.translation.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.anchoring.Excerpt;
import org.cotejo.translation.segmentation.CutText;

/**
 * One side of a bitext as the machine read it: where curators have set words, those that stood
 * there before. Anchors are made from it, so that they fit what the machine reads the next time.
 */
public final class MachineText {
  private final TextSide side;
  private final String text;
  private final List<int[]> places = new ArrayList<>();

  /**
   * The text.
   *
   * @param cut as it stands now
   * @param readAs for segments that were set, what the machine read
   */
  public MachineText(TextSide side, CutText cut, Map<Integer, String> readAs) {
    this.side = side;
    StringBuilder read = new StringBuilder();
    for (int k = 0; k < cut.segments().size(); k++) {
      int start = read.length();
      read.append(readAs.getOrDefault(k, cut.textOf(k)));
      places.add(new int[] {start, read.length()});
      read.append(' ');
    }
    text = read.toString();
  }

  /** What a segment is known by. */
  public SegmentAnchor anchor(int segment) {
    int start = places.get(segment)[0];
    int end = places.get(segment)[1];
    return new SegmentAnchor(
        side,
        text.substring(start, end),
        Excerpt.of(text, start, end),
        start / (double) text.length());
  }
}
