package org.cotejo.ocr.recognition.bench;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Forms in which texts are compared. Both are in normalization form C, with every white space one
 * space and without the marks of the transcribers: {@code ~~~} for handwriting, {@code _} for
 * underlined words.
 */
public final class Folding {
  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /** Signs that a reader may write one way or the other without being wrong. */
  private static final Map<Integer, String> FOLDED =
      Map.ofEntries(
          Map.entry(0x2019, "'"),
          Map.entry(0x2018, "'"),
          Map.entry((int) '`', "'"),
          Map.entry(0xB4, "'"),
          Map.entry(0x201C, "\""),
          Map.entry(0x201D, "\""),
          Map.entry(0x201E, "\""),
          Map.entry(0xAB, "\""),
          Map.entry(0xBB, "\""),
          Map.entry(0x2014, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0xAC, "-"),
          Map.entry(0x2E17, "-"),
          Map.entry(0x2026, "..."),
          Map.entry(0xA0, " "),
          Map.entry(0xFB01, "fi"),
          Map.entry(0xFB02, "fl"));

  private Folding() {}

  /** Every sign counts. */
  public static String strict(String text) {
    return withoutMarks(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /** Quotes, dashes, dots of omission and ligatures are one sign each. */
  public static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(sign -> folded.append(FOLDED.getOrDefault(sign, Character.toString(sign))));
    return withoutMarks(folded.toString());
  }

  private static String withoutMarks(String text) {
    String plain = text.replace("~~~", " ").replace("_", "");
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }
}
