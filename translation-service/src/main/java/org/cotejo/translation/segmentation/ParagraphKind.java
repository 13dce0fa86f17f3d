package org.cotejo.translation.segmentation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises the short lines of a letter or memorandum: headings, dates, addresses, salutations and
 * signatures. What is none of these is running text.
 */
final class ParagraphKind {
  private static final int GREATEST_LINE_WORDS = 14;
  private static final int GREATEST_SALUTATION_WORDS = 6;
  private static final int GREATEST_SIGNATURE_WORDS = 6;
  private static final double CAPITAL_SHARE = .7;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[4-9]|20)\\d\\d(?!\\d)");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?iu)(?:to|al|a|para|an|à|an den|from|de|von|presente)\\s*:.*|to\\s+(?:the\\s+)?\\p{Lu}.*"
              + "|presente\\.?|pte\\.");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(?:st|nd|rd|th|er|º|°|ª|o)?");
  private static final Set<String> DATE_WORDS =
      words(
          "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre"
              + " diciembre january february march april may june july august september october"
              + " november december januar jänner februar märz mai juni juli oktober dezember janvier"
              + " février mars avril juin juillet août septembre octobre novembre décembre janeiro"
              + " fevereiro março maio junho julho setembro outubro novembro dezembro gennaio febbraio"
              + " aprile maggio giugno luglio settembre ottobre dicembre января февраля марта апреля"
              + " мая июня июля августа сентября октября ноября декабря a de del el la le du den der"
              + " the of am día lunes martes miércoles jueves viernes sábado domingo monday tuesday"
              + " wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag"
              + " freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche");

  private ParagraphKind() {}

  /**
   * The kind of a paragraph.
   *
   * @param index place among the paragraphs, from 0
   * @param count number of paragraphs
   */
  static SegmentKind of(String text, int index, int count) {
    List<String> words = List.of(text.strip().split("\\s+", -1));
    if (text.chars().noneMatch(Character::isLetterOrDigit)) {
      return SegmentKind.OTHER;
    }
    if (words.size() > GREATEST_LINE_WORDS) {
      return SegmentKind.SENTENCE;
    }
    if (YEAR.matcher(text).find() && isDate(text, words)) {
      return SegmentKind.DATE;
    }
    char last = text.strip().charAt(text.strip().length() - 1);
    boolean open = ".!?;\"\u201d\u00bb)".indexOf(last) < 0;
    if (open && ADDRESS.matcher(text.strip()).matches()) {
      return SegmentKind.ADDRESS;
    }
    if ((last == ':' || last == ',')
        && words.size() <= GREATEST_SALUTATION_WORDS
        && Character.isUpperCase(text.strip().codePointAt(0))) {
      return index > count / 2 ? SegmentKind.SIGNATURE : SegmentKind.SALUTATION;
    }
    if (capitalShare(text) >= CAPITAL_SHARE) {
      return SegmentKind.HEADING;
    }
    if (open && index >= count - 3 && count > 3 && isNameLike(words)) {
      return SegmentKind.SIGNATURE;
    }
    return open && last != ',' && last != ':' && isNameLike(words)
        ? SegmentKind.HEADING
        : SegmentKind.SENTENCE;
  }

  /** Whether a line says to or from whom a paper goes. */
  static boolean isAddress(String line) {
    return ADDRESS.matcher(line.strip()).matches();
  }

  /** Whether a line holds a date, with its place or without. */
  static boolean isDateLine(String line) {
    return YEAR.matcher(line).find() && isDate(line, List.of(line.strip().split("\\s+", -1)));
  }

  private static boolean isDate(String text, List<String> words) {
    int comma = text.indexOf(',');
    int placeWords =
        comma > 0 && comma < text.length() - 4
            ? text.substring(0, comma).split("\\s+", -1).length
            : 0;
    if (placeWords > 3) {
      placeWords = 0;
    }
    int strange = 0;
    for (int k = 0; k < words.size(); k++) {
      String word = words.get(k).replaceAll("[.,:;()]", "").toLowerCase(Locale.ROOT);
      boolean usual =
          word.isEmpty()
              || DATE_WORDS.contains(word)
              || NUMBER.matcher(word).matches()
              || word.matches("[\\d/.-]+");
      strange += usual || k < placeWords ? 0 : 1;
    }
    return strange == 0;
  }

  static boolean isNameLike(List<String> words) {
    if (words.size() > GREATEST_SIGNATURE_WORDS) {
      return false;
    }
    return words.stream()
        .filter(word -> word.length() > 3)
        .allMatch(
            word ->
                Character.isUpperCase(word.codePointAt(0))
                    || !Character.isLetter(word.codePointAt(0)));
  }

  /** Whether nearly all letters are capitals. */
  static boolean inCapitals(String text) {
    return capitalShare(text) >= CAPITAL_SHARE;
  }

  private static double capitalShare(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return letters < 3 ? 0 : (double) capitals / letters;
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new HashSet<>(List.of(list.split(" ", -1))));
  }
}
