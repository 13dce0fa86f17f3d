package org.cotejo.translation.segmentation;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into segments; the same for originals and translations. */
public final class Segmenter {
  /**
   * Rises when texts are cut otherwise. 2: abbreviations typed with spaces, items of lists with
   * their numbers, single hyphens as dashes, ruled lines left out.
   */
  public static final String VERSION = "3";

  private static final int GREATEST_LINE_LENGTH = 160;

  private final SentenceBreaks breaks;

  public Segmenter(SentenceBreaks breaks) {
    this.breaks = breaks;
  }

  /**
   * Cuts the paragraphs of a text.
   *
   * @param paragraphs in order, without overlap
   * @param language BCP 47 tag of the text
   * @return in order, without overlap; together they hold every character that is no space
   */
  public List<Segment> segment(String text, List<ParagraphSpan> paragraphs, String language) {
    SentenceSplitter splitter = new SentenceSplitter(breaks, language, text);
    List<Segment> segments = new ArrayList<>();
    for (int index = 0; index < paragraphs.size(); index++) {
      ParagraphSpan span = paragraphs.get(index);
      String paragraph = text.substring(span.start(), span.end());
      if (paragraph.isBlank()) {
        continue;
      }
      // What the layout takes for a heading or an address is believed for a line or two only.
      boolean known =
          span.known() != SegmentKind.SENTENCE && paragraph.length() <= GREATEST_LINE_LENGTH;
      SegmentKind kind =
          known ? span.known() : ParagraphKind.of(paragraph, index, paragraphs.size());
      List<Integer> starts = kind == SegmentKind.SENTENCE ? splitter.starts(paragraph) : List.of();
      addSegments(segments, span, paragraph, starts, kind, index + 1);
    }
    return List.copyOf(segments);
  }

  private static void addSegments(
      List<Segment> segments,
      ParagraphSpan span,
      String paragraph,
      List<Integer> starts,
      SegmentKind kind,
      int number) {
    int from = 0;
    for (int k = 0; k <= starts.size(); k++) {
      int to = k < starts.size() ? starts.get(k) : paragraph.length();
      int first = from;
      int last = to;
      while (first < last && Character.isWhitespace(paragraph.charAt(first))) {
        first++;
      }
      while (last > first && Character.isWhitespace(paragraph.charAt(last - 1))) {
        last--;
      }
      if (last > first) {
        segments.add(new Segment(span.start() + first, span.start() + last, kind, number));
      }
      from = to;
    }
  }
}
