package org.cotejo.translation.bitext;

import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.alignment.PriorLexicon;

/** What the archive knows of the words of two languages. */
public interface Lexica {
  /** An archive that knows nothing. */
  Lexica NONE =
      new Lexica() {
        @Override
        public Known latest(String sourceLanguage, String language) {
          return Known.NOTHING;
        }

        @Override
        public Known named(String name, String sourceLanguage) {
          return Known.NOTHING;
        }
      };

  /**
   * The latest lexicon of two languages.
   *
   * @param sourceLanguage of the original, BCP 47
   * @param language of the translation
   */
  Known latest(String sourceLanguage, String language);

  /**
   * The lexicon that made a bitext.
   *
   * @param name as {@link Method#lexicon} gives it
   * @param sourceLanguage of the original
   * @return nothing known where there is no such lexicon
   */
  Known named(String name, String sourceLanguage);

  /**
   * A lexicon, ready to be used.
   *
   * @param name of its languages and number, {@code en-es.3}; empty for none
   * @param prior for the aligner
   * @param words for those who compare linked texts
   */
  record Known(String name, PriorLexicon prior, KnownTranslations words) {
    /** No lexicon. */
    public static final Known NOTHING = new Known("", PriorLexicon.NONE, KnownTranslations.NONE);
  }
}
