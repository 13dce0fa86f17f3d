package org.cotejo.ocr.recognition;

import java.text.Normalizer;

/**
 * A word as it was read.
 *
 * @param text in normalization form C, without white space at its ends, never empty
 * @param box where it stands
 * @param confidence 0 to 1
 */
public record Word(String text, Box box, double confidence) {
  public Word {
    text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a word has text");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is 0 to 1, not " + confidence);
    }
  }
}
