package org.cotejo.ocr.recognition;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cotejo.ocr.surrogates.TextLayer;

/**
 * Tells text that can be taken as a page's transcription from rubbish. Every doubt speaks for
 * reading the page: a page that is read in vain costs seconds, rubbish that is taken costs the
 * page.
 */
public final class TextLayerJudge {
  /** What changes with any change of the rules; part of the fingerprint. */
  public static final String VERSION = "1";

  private static final int LEAST_LETTERS = 20;

  /** From here on shares of letters mean something. */
  private static final int SAMPLE_LETTERS = 100;

  private static final double MOST_UNMAPPED = 0.02;
  private static final double LEAST_LETTER_SHARE = 0.5;
  private static final double LEAST_WORD_SHARE = 0.7;

  /**
   * Of the languages read here Italian has 47 % vowels, Czech 41 %, German 38 %, with y 36 to 50.
   */
  private static final double LEAST_VOWELS = 0.26;

  private static final double MOST_VOWELS = 0.62;
  private static final double LEAST_SCRIPT_SHARE = 0.5;
  private static final double LEAST_WORDS_ON_INK = 0.8;
  private static final double MOST_INK_OUTSIDE = 0.5;
  private static final int LONGEST_WORD = 40;

  private static final String VOWELS = "aeiouyæœøåıəаеёиоуыэюяіїєαεηιουω";
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}[\\p{N}.,:/ºª°'’-]*\\p{L}{0,3}");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.-]*");

  /**
   * Scripts of languages that are not written in Latin letters, unless their tag says so. Those
   * that run from right to left are not here: PDFs hold their letters in either order, so they are
   * read.
   */
  private static final Map<String, UnicodeScript> SCRIPTS =
      Map.ofEntries(
          Map.entry("ru", UnicodeScript.CYRILLIC),
          Map.entry("uk", UnicodeScript.CYRILLIC),
          Map.entry("be", UnicodeScript.CYRILLIC),
          Map.entry("bg", UnicodeScript.CYRILLIC),
          Map.entry("mk", UnicodeScript.CYRILLIC),
          Map.entry("sr", UnicodeScript.CYRILLIC),
          Map.entry("el", UnicodeScript.GREEK),
          Map.entry("zh", UnicodeScript.HAN),
          Map.entry("ja", UnicodeScript.HAN),
          Map.entry("ko", UnicodeScript.HANGUL));

  /** What is thought of a layer on a page of a paper in these languages. */
  public LayerVerdict verdict(TextLayer layer, List<LanguageTag> languages) {
    if (layer.isEmpty()) {
      return LayerVerdict.NONE;
    }
    List<String> words =
        layer.paragraphs().stream()
            .flatMap(paragraph -> paragraph.lines().stream())
            .flatMap(line -> line.words().stream())
            .map(word -> Normalizer.normalize(word.text(), Normalizer.Form.NFC))
            .toList();
    LayerVerdict text = verdict(words, scripts(languages));
    if (text != LayerVerdict.USED) {
      return text;
    }
    if (layer.wordsOnInk() < LEAST_WORDS_ON_INK) {
      return LayerVerdict.MISPLACED;
    }
    return layer.inkOutside() > MOST_INK_OUTSIDE ? LayerVerdict.INCOMPLETE : LayerVerdict.USED;
  }

  private static LayerVerdict verdict(List<String> words, Set<UnicodeScript> scripts) {
    int[] signs = words.stream().flatMapToInt(String::codePoints).toArray();
    long letters = count(signs, Character::isLetter);
    if (count(signs, TextLayerJudge::unmapped) > MOST_UNMAPPED * signs.length) {
      return LayerVerdict.UNMAPPED;
    }
    if (letters < LEAST_LETTERS) {
      return LayerVerdict.TOO_LITTLE;
    }
    if (letters < LEAST_LETTER_SHARE * signs.length) {
      return LayerVerdict.SYMBOLS;
    }
    if (wordShare(words) < LEAST_WORD_SHARE) {
      return LayerVerdict.NO_WORDS;
    }
    if (letters >= SAMPLE_LETTERS && scrambled(words)) {
      return LayerVerdict.SCRAMBLED;
    }
    long expected =
        count(signs, sign -> Character.isLetter(sign) && scripts.contains(UnicodeScript.of(sign)));
    return expected < LEAST_SCRIPT_SHARE * letters ? LayerVerdict.OTHER_SCRIPT : LayerVerdict.USED;
  }

  private static long count(int[] signs, java.util.function.IntPredicate kind) {
    long count = 0;
    for (int sign : signs) {
      count += kind.test(sign) ? 1 : 0;
    }
    return count;
  }

  private static boolean unmapped(int sign) {
    int type = Character.getType(sign);
    return sign == 0xFFFD
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.CONTROL
        || type == Character.SURROGATE;
  }

  private static double wordShare(List<String> tokens) {
    int words = 0;
    int others = 0;
    for (String token : tokens) {
      String core = EDGES.matcher(token).replaceAll("");
      if (core.isEmpty()) {
        continue;
      }
      if (NUMBER.matcher(core).matches() || isWord(core)) {
        words++;
      } else {
        others++;
      }
    }
    return words + others == 0 ? 0 : (double) words / (words + others);
  }

  private static boolean isWord(String core) {
    if (core.length() > LONGEST_WORD || !LETTERS.matcher(core).matches()) {
      return false;
    }
    if (core.codePointCount(0, core.length()) == 1) {
      // Letters set apart are no words; Spanish has y, a, o, Russian в, с, к, but not line by line.
      int letter = core.codePointAt(0);
      return isVowel(letter) || UnicodeScript.of(letter) != UnicodeScript.LATIN;
    }
    for (String part : core.split("['’.-]", -1)) {
      String rest = part.isEmpty() ? "" : part.substring(part.offsetByCodePoints(0, 1));
      if (!rest.equals(rest.toLowerCase(Locale.ROOT))
          && !part.equals(part.toUpperCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static boolean scrambled(List<String> words) {
    int[] letters =
        words.stream().flatMapToInt(String::codePoints).filter(TextLayerJudge::hasVowels).toArray();
    double share = (double) count(letters, TextLayerJudge::isVowel) / Math.max(1, letters.length);
    return letters.length >= SAMPLE_LETTERS && (share < LEAST_VOWELS || share > MOST_VOWELS);
  }

  private static boolean hasVowels(int sign) {
    UnicodeScript script = UnicodeScript.of(sign);
    return Character.isLetter(sign)
        && (script == UnicodeScript.LATIN
            || script == UnicodeScript.CYRILLIC
            || script == UnicodeScript.GREEK);
  }

  private static boolean isVowel(int sign) {
    String base = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD);
    return VOWELS.indexOf(Character.toLowerCase(base.codePointAt(0))) >= 0;
  }

  private static Set<UnicodeScript> scripts(List<LanguageTag> languages) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    for (LanguageTag tag : languages) {
      if (!tag.determined()) {
        return EnumSet.allOf(UnicodeScript.class);
      }
      Locale locale = Locale.forLanguageTag(tag.value());
      scripts.add(
          switch (locale.getScript()) {
            case "Latn" -> UnicodeScript.LATIN;
            case "Cyrl" -> UnicodeScript.CYRILLIC;
            default -> SCRIPTS.getOrDefault(locale.getLanguage(), UnicodeScript.LATIN);
          });
    }
    if (scripts.contains(UnicodeScript.HAN)) {
      scripts.addAll(EnumSet.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA));
    }
    return scripts;
  }
}
