package org.cotejo.translation.alignment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words, numbers and telling punctuation of a segment, folded so that two languages can meet.
 *
 * <p>Folding: compatibility decomposition, marks dropped, lower case, Greek and Cyrillic in Latin
 * letters. Numbers are compared by value as far as their writing goes: the separators of thousands
 * are dropped, so {@code 1.000}, {@code 1,000} and {@code 1 000} (with a hard space) are the same.
 * Han, kana and Thai have no spaces between words; each of their characters is a token.
 */
final class Tokenizer {
  private static final String TELLING = "?!;:(\"";
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<=\\b\\d{1,3}|\\d{3})[.,'\u2019\u00a0\u202f](?=\\d{3}\\b)");

  private Tokenizer() {}

  static List<String> tokens(String text) {
    String folded = fold(text);
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int at = 0; at < folded.length(); ) {
      int letter = folded.codePointAt(at);
      boolean alone = standsAlone(letter);
      if (Character.isLetterOrDigit(letter) && !alone) {
        start = start < 0 ? at : start;
      } else {
        if (start >= 0) {
          tokens.add(folded.substring(start, at));
          start = -1;
        }
        if (alone || TELLING.indexOf(letter) >= 0) {
          tokens.add(Character.toString(letter));
        }
      }
      at += Character.charCount(letter);
    }
    if (start >= 0) {
      tokens.add(folded.substring(start));
    }
    return tokens;
  }

  /** The form in which letters are compared. */
  static String fold(String text) {
    String plain = text;
    if (mayHoldNumberGroups(text)) {
      plain = THOUSANDS.matcher(text).replaceAll("");
    }
    String decomposed = Normalizer.normalize(plain, Normalizer.Form.NFKD);
    String unmarked = MARKS.matcher(decomposed).replaceAll("");
    return Transliteration.toLatin(unmarked.toLowerCase(Locale.ROOT).replace("ß", "ss"))
        .replace('\u201c', '"')
        .replace('\u201d', '"')
        .replace('\u201e', '"')
        .replace('\u00ab', '"')
        .replace('\u00bb', '"');
  }

  private static boolean mayHoldNumberGroups(String text) {
    for (int at = 1; at < text.length() - 3; at++) {
      if (!Character.isLetterOrDigit(text.charAt(at))
          && Character.isDigit(text.charAt(at - 1))
          && Character.isDigit(text.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsAlone(int letter) {
    return Character.isIdeographic(letter)
        || switch (Character.UnicodeScript.of(letter)) {
          case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
          default -> false;
        };
  }
}
