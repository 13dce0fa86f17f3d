package org.cotejo.search.projection;

import java.util.List;

/**
 * The continuous text of an original. Offsets are UTF-16 code units, ends exclusive.
 *
 * @param language of the text, BCP 47
 * @param text the characters
 * @param words in the order of the text
 * @param segments in the order of the text
 */
public record ReadingText(String language, String text, List<Word> words, List<Segment> segments) {
  public ReadingText {
    words = List.copyOf(words);
    segments = List.copyOf(segments);
  }

  /**
   * A word and where it stands; a word broken over lines or pages has several boxes.
   *
   * @param confidence with which it was read, 0 to 1
   */
  public record Word(int start, int end, List<LineBox> boxes, double confidence) {
    public Word {
      boxes = List.copyOf(boxes);
    }

    /** A word read without doubt. */
    public Word(int start, int end, List<LineBox> boxes) {
      this(start, end, boxes, 1);
    }
  }

  /** A box and the line of the page it lies in. */
  public record LineBox(Box box, String line) {}

  /** A sentence or other unit of the text. */
  public record Segment(String id, int start, int end) {}
}
