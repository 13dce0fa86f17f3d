package org.cotejo.translation.transcription;

import java.text.Normalizer;
import java.util.Locale;
import org.cotejo.translation.reading.Likeness;

/**
 * A word as it is compared: without case and accents, which recognisers confuse first.
 *
 * @param text as it is spelled
 * @param folded lower case, without marks
 * @param letters a bit for each letter of the folded form, modulo 64
 */
record WordForm(String text, String folded, long letters) {
  /** Costs count quarters of a character, so that a different spelling outweighs nothing else. */
  static final int CHARACTER = 4;

  // Two words with less in common are taken for two different words.
  private static final int LEAST_LIKENESS_IN_TENTHS = 3;
  private static final int TENTHS = 10;

  static WordForm of(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    long letters = 0;
    for (int k = 0; k < folded.length(); k++) {
      letters |= 1L << folded.charAt(k);
    }
    return new WordForm(text, folded.isEmpty() ? text : folded, letters);
  }

  /** What it costs that the word has no counterpart. */
  int alone() {
    return CHARACTER * folded.length();
  }

  /** What it costs that this word is the other; a hair less than both alone when they differ. */
  int insteadOf(WordForm other) {
    int longer = Math.max(folded.length(), other.folded.length());
    int unlike = alone() + other.alone() - 1;
    int atLeast =
        Math.max(Long.bitCount(letters & ~other.letters), Long.bitCount(other.letters & ~letters));
    if (isUnlike(Math.max(atLeast, Math.abs(folded.length() - other.folded.length())), longer)) {
      return unlike;
    }
    if (text.equals(other.text)) {
      return 0;
    }
    int distance = Likeness.distance(folded, other.folded);
    return isUnlike(distance, longer) ? unlike : Math.min(unlike, CHARACTER * distance + 1);
  }

  private static boolean isUnlike(int distance, int longer) {
    return distance * TENTHS > (TENTHS - LEAST_LIKENESS_IN_TENTHS) * longer;
  }
}
