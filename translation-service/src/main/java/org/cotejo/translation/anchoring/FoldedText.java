package org.cotejo.translation.anchoring;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The letters and digits of a text in lower case without marks, and where each stood. Spaces,
 * stops, line ends, accents and capitals, which readings differ in most, do not count.
 */
public final class FoldedText {
  private final String folded;
  private final int[] origins;

  private FoldedText(String folded, int[] origins) {
    this.folded = folded;
    this.origins = origins;
  }

  /** Folds a text. */
  public static FoldedText of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    int[] origins = new int[text.length() + 16];
    for (int at = 0; at < text.length(); at++) {
      String plain = plain(text.charAt(at));
      for (int k = 0; k < plain.length(); k++) {
        if (Character.isLetterOrDigit(plain.charAt(k))) {
          if (folded.length() == origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2);
          }
          origins[folded.length()] = at;
          folded.append(plain.charAt(k));
        }
      }
    }
    return new FoldedText(folded.toString(), Arrays.copyOf(origins, folded.length()));
  }

  /** The letters and digits alone. */
  public static String fold(String text) {
    return of(text).folded();
  }

  /** The letters and digits. */
  public String folded() {
    return folded;
  }

  /** Where in the text a letter stood. */
  public int origin(int letter) {
    return origins[letter];
  }

  private static String plain(char letter) {
    if (letter < 0x80) {
      return String.valueOf(Character.toLowerCase(letter));
    }
    String lower = String.valueOf(letter).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKD);
  }
}
