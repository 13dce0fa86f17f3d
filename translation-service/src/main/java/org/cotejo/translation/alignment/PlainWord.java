package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a number of a text, where it stands.
 *
 * @param start offset of its first character, UTF-16 code units
 * @param end offset after its last character
 * @param written as it stands
 */
public record PlainWord(int start, int end, String written) {
  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\d+(?:[.,'\u2019\u00a0\u202f]\\d{3})*");

  /** The words of a text in order; punctuation is none. */
  public static List<PlainWord> in(String text) {
    List<PlainWord> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new PlainWord(matcher.start(), matcher.end(), matcher.group()));
    }
    return List.copyOf(words);
  }

  /** The form in which words of two languages are compared: no case, no marks, Latin letters. */
  public String folded() {
    return Tokenizer.fold(written);
  }

  /** Whether it is written in letters. */
  public boolean isWord() {
    return Character.isLetter(written.codePointAt(0));
  }
}
