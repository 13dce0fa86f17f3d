package org.cotejo.translation.reading;

import java.util.List;

/**
 * A line as it was read.
 *
 * @param id unique on its page
 * @param box around its words
 * @param words from left to right, or in reading direction; at least one
 */
public record TranscribedLine(String id, Box box, List<TranscribedWord> words) {
  public TranscribedLine {
    words = List.copyOf(words);
  }

  /** The words with single spaces between them. */
  public String text() {
    return String.join(" ", words.stream().map(TranscribedWord::text).toList());
  }
}
