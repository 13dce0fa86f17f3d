package org.cotejo.translation.alignment;

import java.util.List;

/**
 * The word forms that alignment compares: folded to Latin letters without marks, cut to a prefix of
 * four to six letters. Numbers, short words and telling punctuation are families of their own.
 */
public final class WordFamilies {
  private WordFamilies() {}

  /** The families of a text's words in order, repetitions included. */
  public static List<String> of(String text) {
    return Tokenizer.tokens(text).stream().map(Vocabulary::family).toList();
  }
}
