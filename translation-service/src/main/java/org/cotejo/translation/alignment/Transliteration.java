package org.cotejo.translation.alignment;

/**
 * Greek and Cyrillic lower-case letters in Latin ones, near enough for names to look alike.
 *
 * <p>Cyrillic follows the BGN/PCGN romanisation without its apostrophes, Greek ELOT 743 letter by
 * letter. It serves comparison only and is never shown.
 */
final class Transliteration {
  private static final String[] CYRILLIC = {
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"
  };
  private static final String[] GREEK = {
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s",
    "t", "y", "f", "ch", "ps", "o"
  };
  private static final int CYRILLIC_FIRST = 0x430;
  private static final int GREEK_FIRST = 0x3b1;
  private static final int FIRST_THAT_MATTERS = 0x370;

  private Transliteration() {}

  /**
   * Rewrites a lower-case text.
   *
   * @param text without combining marks
   */
  static String toLatin(String text) {
    int first = 0;
    while (first < text.length() && !isForeign(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder latin = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int at = first; at < text.length(); at++) {
      append(latin, text.charAt(at));
    }
    return latin.toString();
  }

  private static boolean isForeign(char letter) {
    return letter >= FIRST_THAT_MATTERS && letter < 0x460;
  }

  private static void append(StringBuilder latin, char letter) {
    int cyrillic = letter - CYRILLIC_FIRST;
    int greek = letter - GREEK_FIRST;
    if (cyrillic >= 0 && cyrillic < CYRILLIC.length) {
      latin.append(CYRILLIC[cyrillic]);
    } else if (greek >= 0 && greek < GREEK.length) {
      latin.append(GREEK[greek]);
    } else {
      switch (letter) {
        case '\u0451' -> latin.append("e");
        case '\u0454' -> latin.append("ye");
        case '\u0456', '\u0457' -> latin.append("i");
        case '\u0458' -> latin.append("j");
        case '\u0459' -> latin.append("lj");
        case '\u045a' -> latin.append("nj");
        case '\u0491' -> latin.append("g");
        default -> latin.append(letter);
      }
    }
  }
}
