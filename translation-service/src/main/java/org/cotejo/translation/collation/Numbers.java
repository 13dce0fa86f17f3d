package org.cotejo.translation.collation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a text by value, whether in digits, in words or in Roman numerals. */
final class Numbers {
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:\\d{1,3}(?:[.,'\u2019 \u00a0\u202f]\\d{3})+(?!\\d)(?:[.,]\\d+)?"
              + "|\\d+\\s?[½¼¾]|(?!1['\u2019]\\P{N})\\d+(?:[.,]\\d+)?)|[½¼¾]");
  // The second year of two: 1952/53.
  private static final Pattern YEAR_BEFORE = Pattern.compile("(\\d\\d)\\d\\d\\s?[/\u2013-]\\s?$");
  private static final int YEAR_LOOK_BACK = 8;
  // A time of day (15.30, 15 h 30) or a measure (2,70, 2 m 70).
  private static final Pattern COMPOSED = Pattern.compile("(\\d{1,2})[.,](\\d{2})");
  // Days that other languages count as weeks.
  private static final Pattern DAYS =
      Pattern.compile("\\s+(?:d[ií]as|jours|tagen?)\\b", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> WEEKS = Map.of("8", "1", "14", "2", "15", "2");
  private static final Map<Character, String> FRACTIONS =
      Map.of('\u00bd', ".5", '\u00bc', ".25", '\u00be', ".75");
  // A nought that was typed or read as a letter: 7O.
  private static final Pattern LETTER_NOUGHT = Pattern.compile("(?<=\\d)O(?!\\p{L})");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern ROMAN =
      Pattern.compile("(?=[IVXLC]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");
  private static final int HUNDRED = 100;

  private final NumberWords words;

  Numbers(String language) {
    words = NumberWords.of(language);
  }

  /** Whether number words of the language are known. */
  boolean readsWords() {
    return !words.isEmpty();
  }

  /** All numbers in order. */
  List<Quantity> find(String written) {
    String text = LETTER_NOUGHT.matcher(written).replaceAll("0");
    List<Quantity> found = new ArrayList<>();
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      Set<String> values = values(digits.group());
      addYear(text, digits, values);
      Matcher composed = COMPOSED.matcher(digits.group());
      Set<String> parts =
          composed.matches()
              ? Set.copyOf(List.of(plain(composed.group(1)), plain(composed.group(2))))
              : Set.of();
      found.add(new Quantity(digits.start(), digits.end(), values, parts, true, false));
    }
    addWords(text, found);
    found.sort(java.util.Comparator.comparingInt(Quantity::start));
    return found.stream().map(quantity -> withWeeks(text, quantity)).toList();
  }

  /** {@code 53} after {@code 1952/} is a year. */
  private static void addYear(String text, Matcher digits, Set<String> values) {
    Matcher year =
        YEAR_BEFORE.matcher(
            text.substring(Math.max(0, digits.start() - YEAR_LOOK_BACK), digits.start()));
    if (digits.group().length() == 2 && year.find()) {
      values.add(year.group(1) + digits.group());
    }
  }

  /** {@code quinze jours} are two weeks, {@code ocho días} is one. */
  private static Quantity withWeeks(String text, Quantity quantity) {
    Matcher days = DAYS.matcher(text).region(quantity.end(), text.length());
    if (!days.lookingAt()) {
      return quantity;
    }
    Set<String> values = new HashSet<>(quantity.values());
    quantity.values().stream().filter(WEEKS::containsKey).map(WEEKS::get).forEach(values::add);
    return new Quantity(
        quantity.start(),
        quantity.end(),
        values,
        quantity.parts(),
        quantity.digits(),
        quantity.weak());
  }

  private void addWords(String text, List<Quantity> found) {
    Matcher matcher = WORD.matcher(text);
    Phrase phrase = new Phrase();
    while (matcher.find()) {
      String folded = Spelling.folded(matcher.group());
      OptionalLong cardinal = words.cardinal(folded);
      boolean near = phrase.end >= 0 && isJoint(text.substring(phrase.end, matcher.start()));
      if (cardinal.isPresent()) {
        if (!near || !phrase.takes(cardinal.getAsLong())) {
          phrase.flush(found);
          phrase.begin(matcher.start(), cardinal.getAsLong());
        }
        phrase.end = matcher.end();
      } else {
        OptionalLong loose = words.loose(folded);
        if (loose.isPresent()) {
          found.add(weak(matcher, loose.getAsLong()));
        } else if (ROMAN.matcher(matcher.group()).matches()) {
          found.add(weak(matcher, roman(matcher.group())));
        }
      }
    }
    phrase.flush(found);
  }

  private boolean isJoint(String between) {
    String word = between.strip();
    return word.isEmpty() || word.equals("-") || words.joins(Spelling.folded(word));
  }

  private static Quantity weak(Matcher matcher, long value) {
    return new Quantity(matcher.start(), matcher.end(), Set.of(Long.toString(value)), false, true);
  }

  private static Set<String> values(String written) {
    Set<String> values = new HashSet<>();
    String compact = written.replaceAll("['\u2019 \u00a0\u202f]", "");
    String fraction = FRACTIONS.get(compact.charAt(compact.length() - 1));
    if (fraction != null) {
      values.add(plain(compact.substring(0, compact.length() - 1) + fraction));
      return values;
    }
    int last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
    if (last < 0) {
      values.add(plain(compact));
      return values;
    }
    String whole = compact.substring(0, last).replaceAll("[.,]", "");
    String rest = compact.substring(last + 1);
    boolean grouped = last <= 3 || whole.length() < last;
    if (rest.length() == 3 && grouped) {
      values.add(plain(whole + rest));
    }
    values.add(plain(whole + "." + rest));
    return values;
  }

  private static String plain(String decimal) {
    return new BigDecimal(decimal).stripTrailingZeros().toPlainString();
  }

  private static long roman(String numeral) {
    String letters = "IVXLC";
    int[] worth = {1, 5, 10, 50, 100};
    long value = 0;
    for (int at = 0; at < numeral.length(); at++) {
      int here = worth[letters.indexOf(numeral.charAt(at))];
      int next = at + 1 < numeral.length() ? worth[letters.indexOf(numeral.charAt(at + 1))] : 0;
      value += here < next ? -here : here;
    }
    return value;
  }

  /** A number in several words, while it is read. */
  private static final class Phrase {
    private int start;
    private int end = -1;
    private long total;
    private long current;

    void begin(int at, long value) {
      start = at;
      total = 0;
      current = value;
      if (value >= 1000) {
        total = value;
        current = 0;
      }
    }

    /** Takes the next word in when the two make one number. */
    boolean takes(long value) {
      if (value >= 1000) {
        if (current == 0) {
          return false;
        }
        total += current * value;
        current = 0;
        return true;
      }
      if (value == HUNDRED && current > 0 && current < HUNDRED) {
        current *= HUNDRED;
        return true;
      }
      if (value == 20 && current == 4) {
        current = 80;
        return true;
      }
      if (value >= 20 && value < HUNDRED && value % 10 == 0 && current > 0 && current < 10) {
        current += value; // four and twenty
        return true;
      }
      long tens = current % HUNDRED;
      boolean fits =
          value >= HUNDRED
              ? current == 0 && total > 0
              : (tens == 0 && (current > 0 || total > 0))
                  || (tens >= 20 && tens % 10 == 0 && value < 10)
                  || ((tens == 60 || tens == 80) && value < 20)
                  || (tens == 10 && current % 10 == 0 && value >= 7 && value < 10)
                  || ((tens == 70 || tens == 90) && value >= 7 && value < 10);
      if (fits) {
        current += value;
      }
      return fits;
    }

    void flush(List<Quantity> found) {
      if (end >= 0) {
        String value = Long.toString(total + current);
        found.add(new Quantity(start, end, Set.of(value), false, false));
        end = -1;
      }
    }
  }
}
