package org.cotejo.search.lexicon;

/**
 * A lexicon that was published.
 *
 * @param languages its pair, as in {@code en-es}
 * @param version a higher one replaces a lower one of the same languages
 * @param objectKey of its file
 * @param digest of its file
 */
public record Published(String languages, long version, String objectKey, String digest) {
  public Published {
    if (!languages.matches("[a-z]{2,3}-[a-z]{2,3}") || version < 1 || objectKey.isBlank()) {
      throw new IllegalArgumentException("a lexicon has languages, a version from 1 and a file");
    }
  }
}
