package org.cotejo.translation.lexicon;

import java.util.Locale;
import java.util.Optional;

/**
 * Two languages between which the archive has translations, in either direction.
 *
 * @param first primary subtag, lower case
 * @param second the other one, later in the alphabet
 */
public record LanguagePair(String first, String second) implements Comparable<LanguagePair> {
  public LanguagePair {
    if (!isLanguage(first) || !isLanguage(second) || first.compareTo(second) >= 0) {
      throw new IllegalArgumentException("no pair of languages: " + first + ", " + second);
    }
  }

  /**
   * The pair of two BCP 47 tags; empty where they are no two languages.
   *
   * <p>Regions and scripts do not count: what a document in {@code es-MX} teaches holds for {@code
   * es}.
   */
  public static Optional<LanguagePair> of(String one, String other) {
    String left = Locale.forLanguageTag(one).getLanguage();
    String right = Locale.forLanguageTag(other).getLanguage();
    if (!isLanguage(left) || !isLanguage(right) || left.equals(right)) {
      return Optional.empty();
    }
    return Optional.of(
        left.compareTo(right) < 0 ? new LanguagePair(left, right) : new LanguagePair(right, left));
  }

  /** Whether a tag is of the first language. */
  public boolean startsWith(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals(first);
  }

  /** As it stands in keys: {@code en-es}. */
  public String name() {
    return first + "-" + second;
  }

  @Override
  public int compareTo(LanguagePair other) {
    return name().compareTo(other.name());
  }

  private static boolean isLanguage(String subtag) {
    return subtag.length() >= 2
        && subtag.length() <= 3
        && subtag.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
  }
}
