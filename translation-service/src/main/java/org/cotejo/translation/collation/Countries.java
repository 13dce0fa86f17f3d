package org.cotejo.translation.collation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of countries in the language of a side (CLDR, as the JDK has it), with their ISO 3166
 * codes: {@code Alemania} and {@code Germany} are one.
 */
final class Countries {
  private static final int STEM = 5;

  private final Map<String, String> codes = new HashMap<>();

  Countries(String language) {
    Locale locale = Locale.forLanguageTag(language);
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(locale);
      for (String word : name.split("[^\\p{L}]+", -1)) {
        if (word.length() >= STEM) {
          codes.put(Spelling.folded(word), code);
        }
      }
    }
  }

  /** The codes that the words of a stretch may stand for. */
  Set<String> in(Iterable<Name> words) {
    Set<String> found = new HashSet<>();
    for (Name word : words) {
      String code = codes.get(word.folded());
      if (code != null) {
        found.add(code);
      }
    }
    return found;
  }

  /** The code of one word; empty for none. */
  String of(Name word) {
    return codes.getOrDefault(word.folded(), "");
  }
}
