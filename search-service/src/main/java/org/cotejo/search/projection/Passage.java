package org.cotejo.search.projection;

import java.util.List;

/**
 * What is searched and shown as one: a segment of the original, or the translated side of a link.
 *
 * @param id unique in its document
 * @param role original or translation
 * @param language of the text
 * @param text the words that are searched
 * @param segments ids of the segments it holds
 * @param words offsets in {@code text} with their boxes; for a translation those of the word of the
 *     original for which a word stands, where that is known
 * @param boxes of the original, one a line
 * @param counterparts the same in the other languages
 */
public record Passage(
    String id,
    Role role,
    String language,
    String text,
    List<String> segments,
    List<PlacedWord> words,
    List<Box> boxes,
    List<Counterpart> counterparts) {
  /** Which side of a bitext a text belongs to. */
  public enum Role {
    ORIGINAL,
    TRANSLATION
  }

  public Passage {
    segments = List.copyOf(segments);
    words = List.copyOf(words);
    boxes = List.copyOf(boxes);
    counterparts = List.copyOf(counterparts);
  }

  /**
   * A word of the passage and its boxes.
   *
   * @param confidence with which it was read, 0 to 1; 1 for a word that was not
   */
  public record PlacedWord(int start, int end, List<Box> boxes, double confidence) {
    public PlacedWord {
      boxes = List.copyOf(boxes);
    }

    /** A word of which nobody doubts the letters. */
    public PlacedWord(int start, int end, List<Box> boxes) {
      this(start, end, boxes, 1);
    }
  }

  /**
   * The same passage in another language.
   *
   * @param pairs which of its words stand for which of the passage
   */
  public record Counterpart(
      Role role, String language, String text, List<String> segments, List<WordPairs.Pair> pairs) {
    public Counterpart {
      segments = List.copyOf(segments);
      pairs = List.copyOf(pairs);
    }
  }

  /** Pages that the passage stands on, in order. */
  public List<Integer> pages() {
    return boxes.stream().map(Box::page).distinct().sorted().toList();
  }

  /**
   * The boxes of the words that a range of characters touches; with a word broken over lines, all
   * its boxes.
   *
   * @param start first UTF-16 code unit
   * @param end behind the last one
   */
  public List<Box> boxesOf(int start, int end) {
    return words.stream()
        .filter(word -> word.start() < end && start < word.end())
        .flatMap(word -> word.boxes().stream())
        .toList();
  }
}
