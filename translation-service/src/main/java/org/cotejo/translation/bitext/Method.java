package org.cotejo.translation.bitext;

/**
 * How links were made.
 *
 * @param name of the method
 * @param version of the method
 * @param fingerprint of method, version and settings; after a plus sign the archive's lexicon that
 *     the aligner was given ({@code en-es.3})
 */
public record Method(String name, String version, String fingerprint) {
  private static final char LEXICON = '+';

  /** The method together with the lexicon that the aligner was given; an empty name for none. */
  public Method with(String lexicon) {
    return lexicon.isEmpty() ? this : new Method(name, version, fingerprint + LEXICON + lexicon);
  }

  /** The lexicon that the aligner was given; empty for none. */
  public String lexicon() {
    int at = fingerprint.indexOf(LEXICON);
    return at < 0 ? "" : fingerprint.substring(at + 1);
  }
}
