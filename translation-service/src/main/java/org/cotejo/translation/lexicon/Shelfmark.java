package org.cotejo.translation.lexicon;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a lexicon.
 *
 * @param pair its languages
 * @param number among those of its languages
 */
public record Shelfmark(LanguagePair pair, int number) {
  private static final Pattern NAME = Pattern.compile("([a-z]{2,3})-([a-z]{2,3})\\.(\\d{1,9})");

  /** As bitexts name it: {@code en-es.3}. */
  public String name() {
    return pair.name() + "." + number;
  }

  /** The reverse of {@link #name}; empty for what is no name. */
  public static Optional<Shelfmark> parsed(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || parts.group(1).compareTo(parts.group(2)) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Shelfmark(
            new LanguagePair(parts.group(1), parts.group(2)), Integer.parseInt(parts.group(3))));
  }
}
