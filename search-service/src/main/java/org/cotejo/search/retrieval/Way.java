package org.cotejo.search.retrieval;

import java.util.List;

/**
 * How a word of the query was met in a passage.
 *
 * @param term as the query has it
 * @param kind of the meeting
 * @param as the words of the passage, where they are other than those asked for
 */
public record Way(String term, Kind kind, List<String> as) {
  /** Kinds from the most to the least certain. */
  public enum Kind {
    /** The word itself, in any of its endings. */
    WORD,
    /** Another form of the name. */
    VARIANT,
    /** A word of another language by which the archive renders it. */
    LEXICON,
    /** Another reading of a word that was read uncertainly: like letters taken for each other. */
    READING,
    /** A spelling that differs by a letter or two. */
    SPELLING,
    /** An uncertainly read word with most of the letters in the same order. */
    LETTERS
  }

  public Way {
    as = List.copyOf(as);
  }
}
