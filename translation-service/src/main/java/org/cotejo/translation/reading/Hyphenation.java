package org.cotejo.translation.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a word at a line's end goes on in the next line, and how the whole is spelled.
 *
 * <p>{@code nin-} and {@code guna} are {@code ninguna}. The hyphen stays where the document spells
 * the compound with one elsewhere ({@code vice-} and {@code president}), and where a capital
 * follows a compound that it knows. A dash, a suspended hyphen ({@code Ein- und Ausfuhr}) and a
 * number are no hyphenation.
 */
public final class Hyphenation {
  // ASCII hyphen, soft hyphen, hyphen, non-breaking hyphen, not sign (for print of the 19th
  // century).
  private static final String HYPHENS = "-\u00ad\u2010\u2011\u00ac";
  private static final Set<String> CONJUNCTIONS =
      Set.of(
          "und", "oder", "bis", "bzw", "sowie", "and", "or", "to", "et", "ou", "y", "o", "och",
          "og", "en", "of", "e");

  private final WordForms known;

  /**
   * Rules for one document.
   *
   * @param known its words as they stand inside lines
   */
  public Hyphenation(WordForms known) {
    this.known = known;
  }

  /**
   * The whole word.
   *
   * @param head last word of a line
   * @param tail first word of the next
   * @return empty when the two are two words
   */
  public Optional<String> joined(String head, String tail) {
    if (!endsInHyphen(head) || !Character.isLetter(tail.codePointAt(0))) {
      return Optional.empty();
    }
    String stem = head.substring(0, head.length() - 1);
    String compound = stem + "-" + tail;
    if (known.contain(compound) && !known.contain(stem + tail)) {
      return Optional.of(composed(compound));
    }
    boolean goesOn = startsLower(tail) || (isUpper(stem) && isUpper(tail));
    if (!goesOn || isSuspended(stem, tail)) {
      return Optional.empty();
    }
    return Optional.of(composed(stem + tail));
  }

  private boolean isSuspended(String stem, String tail) {
    return known.contain(tail)
        && !known.contain(stem + tail)
        && CONJUNCTIONS.contains(tail.toLowerCase(Locale.ROOT));
  }

  private static boolean endsInHyphen(String head) {
    int length = head.length();
    return length >= 2
        && HYPHENS.indexOf(head.charAt(length - 1)) >= 0
        && Character.isLetter(head.charAt(length - 2));
  }

  private static boolean startsLower(String word) {
    return Character.isLowerCase(word.codePointAt(0));
  }

  private static boolean isUpper(String word) {
    return word.codePoints().filter(Character::isLetter).count() >= 2
        && word.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  private static String composed(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC);
  }
}
