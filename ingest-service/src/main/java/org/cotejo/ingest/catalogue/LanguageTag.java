package org.cotejo.ingest.catalogue;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A BCP 47 language tag in canonical form, for instance {@code es} or {@code sr-Latn}.
 *
 * @param value the tag
 */
public record LanguageTag(String value) {
  /** Two-letter codes by their three-letter ones, since BCP 47 prefers the shorter. */
  private static final Map<String, String> SHORTER =
      Arrays.stream(Locale.getISOLanguages())
          .filter(code -> code.length() == 2)
          .collect(
              Collectors.toUnmodifiableMap(
                  LanguageTag::threeLetters, Function.identity(), (first, _) -> first));

  private static String threeLetters(String code) {
    try {
      return Locale.of(code).getISO3Language();
    } catch (MissingResourceException none) {
      return code;
    }
  }

  /** The canonical tag, or nothing when the text is not a tag of a known language. */
  public static Optional<LanguageTag> parse(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text.trim().replace('_', '-')).build();
      String language = locale.getLanguage();
      if (language.isEmpty() || "und".equals(language)) {
        return Optional.empty();
      }
      String shorter = SHORTER.getOrDefault(language, language);
      String tag =
          new Locale.Builder().setLocale(locale).setLanguage(shorter).build().toLanguageTag();
      return known(shorter) ? Optional.of(new LanguageTag(tag)) : Optional.empty();
    } catch (IllformedLocaleException malformed) {
      return Optional.empty();
    }
  }

  private static boolean known(String language) {
    String name = Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
    return language.length() == 3 || !name.equalsIgnoreCase(language);
  }

  @Override
  public String toString() {
    return value;
  }
}
