package org.cotejo.translation.segmentation;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and the segments that it is cut into.
 *
 * @param text the whole text
 * @param segments in order, without overlap; together they hold every character that is no space
 */
public record CutText(String text, List<Segment> segments) implements TranslatedText {
  public CutText {
    segments = List.copyOf(segments);
  }

  /**
   * The text of segments that others have cut. Short lines that are no sentences stand in
   * paragraphs of their own.
   *
   * @param paragraphs segments by paragraph; none is blank or has a line feed
   */
  public static CutText ofSegments(List<List<String>> paragraphs) {
    StringBuilder text = new StringBuilder();
    List<Segment> segments = new ArrayList<>();
    int count = paragraphs.stream().mapToInt(List::size).sum();
    int paragraph = 0;
    for (List<String> together : paragraphs) {
      SegmentKind before = SegmentKind.OTHER;
      for (int k = 0; k < together.size(); k++) {
        SegmentKind kind = ParagraphKind.of(together.get(k), segments.size(), count);
        boolean starts = k == 0 || kind != SegmentKind.SENTENCE || before != SegmentKind.SENTENCE;
        if (!text.isEmpty()) {
          text.append(starts ? '\n' : ' ');
        }
        paragraph += starts ? 1 : 0;
        int start = text.length();
        text.append(together.get(k));
        segments.add(new Segment(start, text.length(), kind, paragraph));
        before = kind;
      }
    }
    return new CutText(text.toString(), segments);
  }

  /** The characters of a segment. */
  public String textOf(int segment) {
    return text.substring(segments.get(segment).start(), segments.get(segment).end());
  }
}
