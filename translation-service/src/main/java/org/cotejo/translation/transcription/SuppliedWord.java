package org.cotejo.translation.transcription;

import java.util.Optional;

/**
 * A word that a person wrote down.
 *
 * @param text without spaces
 * @param line on which line of the person's text it stands, from 0
 * @param box where their file says that it stands; none in plain text
 */
public record SuppliedWord(String text, int line, Optional<SuppliedBox> box) {
  public SuppliedWord {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a word has characters");
    }
  }

  /** A word of plain text. */
  public SuppliedWord(String text, int line) {
    this(text, line, Optional.empty());
  }
}
