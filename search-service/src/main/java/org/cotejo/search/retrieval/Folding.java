package org.cotejo.search.retrieval;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of a text without case and accents, nearly as the folded fields of the index hold them. */
public final class Folding {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*");
  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  private Folding() {}

  /** A text without case and accents; may be of another length. */
  public static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARK.matcher(plain)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("æ", "ae");
  }

  /** The words of a text, in order, with their places in it. */
  public static Stream<MatchResult> words(String text) {
    return WORD.matcher(text).results();
  }
}
