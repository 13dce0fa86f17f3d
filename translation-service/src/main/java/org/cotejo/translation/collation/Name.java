package org.cotejo.translation.collation;

/**
 * A word of a text that may be a name or meet one.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param written as it stands
 * @param folded for comparison
 * @param calls whether it is surely a name, so that it calls for a counterpart
 * @param term whether it is a word of titles and institutions, which is translated
 */
record Name(int start, int end, String written, String folded, boolean calls, boolean term) {

  boolean capital() {
    return Character.isUpperCase(written.codePointAt(0));
  }

  Name asTerm() {
    return new Name(start, end, written, folded, calls, true);
  }
}
