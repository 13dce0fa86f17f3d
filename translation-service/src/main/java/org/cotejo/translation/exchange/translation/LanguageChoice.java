package org.cotejo.translation.exchange.translation;

import java.util.Locale;
import java.util.TreeSet;
import org.cotejo.translation.segmentation.BrokenTranslation;

/** Which texts of a file in several languages are the translation: those in its language. */
final class LanguageChoice {
  private final String wanted;
  private final TreeSet<String> seen = new TreeSet<>();
  private boolean found;

  /**
   * A choice.
   *
   * @param wanted BCP 47 tag of the translation
   */
  LanguageChoice(String wanted) {
    this.wanted = primary(wanted);
  }

  /** Whether a text is the translation; regions and scripts do not matter. */
  boolean takes(String language) {
    seen.add(language);
    boolean takes = primary(language).equals(wanted);
    found |= takes;
    return takes;
  }

  /**
   * Refuses a file that has no text in the language.
   *
   * @throws BrokenTranslation that names those which are there
   */
  void check() {
    if (!found) {
      throw new BrokenTranslation(
          "translation.language-missing",
          "The file has no text in "
              + wanted
              + (seen.isEmpty() ? "." : ", but in " + String.join(", ", seen) + "."));
    }
  }

  private static String primary(String language) {
    // TMX of old has EN_US.
    return Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
  }
}
