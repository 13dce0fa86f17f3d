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
    return anchor(segment, segment);
  }

  /** What segments that follow each other are known by when they are one. */
  SegmentAnchor anchor(int first, int last) {
    return between(places.get(first)[0], places.get(last)[1]);
  }

  /** What a part of a segment is known by; offsets count from its start. */
  SegmentAnchor anchor(int segment, int from, int to) {
    int start = places.get(segment)[0];
    return between(start + from, start + to);
  }

  private SegmentAnchor between(int start, int end) {
    return new SegmentAnchor(
        side,
        text.substring(start, end).strip(),
        Excerpt.of(text, start, end),
        start / (double) text.length());
  }
}
