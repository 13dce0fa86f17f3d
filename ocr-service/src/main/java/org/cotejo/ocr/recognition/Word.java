package org.cotejo.ocr.recognition;

import java.text.Normalizer;

/**
 * A word of a page.
 *
 * @param text in normalization form C, without white space at its ends, never empty
 * @param box where it stands
 * @param confidence 0 to 1
 * @param read what the recogniser read there; another text than {@code text} where a rule has put
 *     that right
 */
public record Word(String text, Box box, double confidence, String read) {
  public Word {
    text = normalised(text);
    read = normalised(read);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is 0 to 1, not " + confidence);
    }
  }

  /** A word as it was read. */
  public Word(String text, Box box, double confidence) {
    this(text, box, confidence, text);
  }

  /** The word put right; what was read stays with it. */
  Word putRight(String rightText, double rightConfidence) {
    return new Word(rightText, box, rightConfidence, read);
  }

  /** Whether a rule has put the reading right. */
  public boolean isPutRight() {
    return !text.equals(read);
  }

  private static String normalised(String text) {
    String normalised = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    if (normalised.isEmpty()) {
      throw new IllegalArgumentException("a word has text");
    }
    return normalised;
  }
}
