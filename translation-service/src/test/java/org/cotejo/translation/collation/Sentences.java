package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;

/** Texts of tests: sentences with one character between them. */
final class Sentences {
  private Sentences() {}

  /** The segments of the text that they make, each a paragraph of its own. */
  static List<Segment> segments(List<String> sentences) {
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    for (String sentence : sentences) {
      segments.add(
          new Segment(start, start + sentence.length(), SegmentKind.SENTENCE, segments.size() + 1));
      start += sentence.length() + 1;
    }
    return segments;
  }
}
