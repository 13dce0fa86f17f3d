package org.cotejo.ocr.recognition;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A BCP 47 tag of the language a paper is written in.
 *
 * @param value canonical form, for instance {@code es} or {@code sr-Latn}
 */
public record LanguageTag(String value) {
  /** Where the model is named for a script, or not by the ISO 639-2/T code. */
  private static final Map<String, String> SPECIAL_MODELS =
      Map.of(
          "zh", "chi_sim",
          "zh-Hans", "chi_sim",
          "zh-Hant", "chi_tra",
          "sr-Latn", "srp_latn",
          "uz-Cyrl", "uzb_cyrl",
          "az-Cyrl", "aze_cyrl",
          "nb", "nor",
          "nn", "nor");

  private static final String UNDETERMINED = "und";

  /** Several languages, none of those that have a code, none at all. */
  private static final Set<String> NO_ONE_LANGUAGE = Set.of("", "mul", "mis", "zxx");

  public LanguageTag {
    Locale locale;
    try {
      locale = new Locale.Builder().setLanguageTag(value).build();
    } catch (IllformedLocaleException invalid) {
      throw new IllegalArgumentException("not a BCP 47 language tag: " + value, invalid);
    }
    boolean undetermined = value.toLowerCase(Locale.ROOT).startsWith(UNDETERMINED);
    if (locale.getLanguage().isEmpty() && !undetermined) {
      throw new IllegalArgumentException("a language tag names a language: " + value);
    }
    value = locale.toLanguageTag();
  }

  /** Whether it names one language; {@code und} and {@code mul} do not. */
  public boolean determined() {
    return !NO_ONE_LANGUAGE.contains(Locale.forLanguageTag(value).getLanguage());
  }

  /** Name of the model that reads it, as the recogniser's models are named: {@code spa}. */
  public String model() {
    Locale locale = Locale.forLanguageTag(value);
    String language = locale.getLanguage();
    String script = locale.getScript();
    String special =
        script.isEmpty()
            ? SPECIAL_MODELS.getOrDefault(language, "")
            : SPECIAL_MODELS.getOrDefault(language + "-" + script, "");
    if (!special.isEmpty()) {
      return special;
    }
    String threeLetters = isoThreeLetters(locale);
    return threeLetters.isEmpty() ? language : threeLetters;
  }

  private static String isoThreeLetters(Locale locale) {
    try {
      return locale.getISO3Language();
    } catch (java.util.MissingResourceException _) {
      return "";
    }
  }
}
