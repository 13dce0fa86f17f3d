package org.cotejo.translation.transcription;

/** The characters that divide a word at the end of a line. */
final class Hyphen {
  private static final String HYPHENS = "-\u00ad\u2010\u2011\u00ac=";

  private Hyphen() {}

  static boolean ends(String word) {
    return word.length() > 1 && HYPHENS.indexOf(word.charAt(word.length() - 1)) >= 0;
  }
}
