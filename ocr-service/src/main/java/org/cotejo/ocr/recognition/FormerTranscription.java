package org.cotejo.ocr.recognition;

import java.util.List;

/**
 * What another engine, or the same one in another form, read on a page before.
 *
 * @param fingerprint of that engine
 * @param words in reading order
 */
public record FormerTranscription(String fingerprint, List<PlacedWord> words) {
  public FormerTranscription {
    words = List.copyOf(words);
  }
}
