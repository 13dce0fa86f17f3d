package org.cotejo.translation.transcription;

/**
 * A word that a person wrote down.
 *
 * @param text without spaces
 * @param line on which line of the person's text it stands, from 0
 */
public record SuppliedWord(String text, int line) {
  public SuppliedWord {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a word has characters");
    }
  }
}
