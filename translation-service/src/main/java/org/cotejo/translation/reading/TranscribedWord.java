package org.cotejo.translation.reading;

/**
 * A word as it was read or written.
 *
 * @param text without spaces
 * @param box around its letters
 * @param confidence of the text, 0 to 1
 * @param placement how it came by its box
 */
public record TranscribedWord(String text, Box box, double confidence, Placement placement) {

  /** A word that the recogniser read. */
  public TranscribedWord(String text, Box box, double confidence) {
    this(text, box, confidence, Placement.READ);
  }
}
