package org.cotejo.translation.reading;

import java.util.List;

/**
 * A word of the reading text and where it stands on paper.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param confidence of the recogniser; the lower one when two pieces were joined
 * @param boxes one for each line it stands on; two when it was hyphenated
 */
public record PlacedWord(int start, int end, double confidence, List<PageBox> boxes) {
  public PlacedWord {
    boxes = List.copyOf(boxes);
    if (start < 0 || end <= start || boxes.isEmpty()) {
      throw new IllegalArgumentException("a word has characters and a place");
    }
  }

  /** The page on which the word begins. */
  public int page() {
    return boxes.getFirst().page();
  }
}
