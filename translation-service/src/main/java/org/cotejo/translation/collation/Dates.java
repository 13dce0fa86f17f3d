package org.cotejo.translation.collation;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates: with the month in words of the language (CLDR, as the JDK has it) or in digits. */
final class Dates {
  private static final Pattern NUMERIC =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/-])");
  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
  private static final int MONTHS = 12;
  private static final int DAYS = 31;
  private static final int CENTURY = 1900;

  private final Map<String, Integer> months = new HashMap<>();
  private final Pattern written;

  Dates(String language) {
    Locale locale = Locale.forLanguageTag(language);
    for (Month month : Month.values()) {
      for (TextStyle style : STYLES) {
        months.put(Spelling.folded(month.getDisplayName(style, locale)), month.getValue());
      }
    }
    if (language.equals("es")) {
      months.put("setiembre", Month.SEPTEMBER.getValue());
    }
    written =
        Pattern.compile(
            "(?:(?<![\\p{L}\\d])(\\d{1,2})(?:\\.|[ºª°]|er|st|nd|rd|th)?\\s*"
                + "(?:(?:de|of|d['\u2019])\\s+)?)?(?<!\\p{L})(\\p{L}{3,})(?!\\p{L})\\.?"
                + "(?:,?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,]\\d))?"
                + "(?:,?\\s+(?:del?\\s+(?:a\u00f1o\\s+)?)?(\\d{4})(?!\\d))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** All dates that say more than a month, in order. */
  List<CalendarDate> find(String text) {
    List<CalendarDate> found = new ArrayList<>();
    Matcher iso = ISO.matcher(text);
    while (iso.find()) {
      add(found, date(iso, number(iso, 1), number(iso, 2), number(iso, 3), false));
    }
    Matcher numeric = NUMERIC.matcher(text);
    while (numeric.find()) {
      int year = number(numeric, 4);
      add(
          found,
          date(
              numeric,
              year < 100 ? CENTURY + year : year,
              number(numeric, 3),
              number(numeric, 1),
              true));
    }
    Matcher words = written.matcher(text);
    for (int from = 0; from < text.length() && words.find(from); from = next(words)) {
      Integer month = months.get(Spelling.folded(words.group(2)));
      int day = Math.max(number(words, 1), number(words, 3));
      int year = number(words, 4);
      if (month != null && (day > 0 || year > 0) && day <= DAYS) {
        add(found, new CalendarDate(start(words), words.end(), year, month, day, false));
      }
    }
    found.sort(Comparator.comparingInt(CalendarDate::start));
    return List.copyOf(found);
  }

  /** A word that is no month may be followed by one that is. */
  private int next(Matcher words) {
    return months.containsKey(Spelling.folded(words.group(2)))
        ? Math.max(words.end(), words.end(2))
        : words.end(2);
  }

  private static int start(Matcher words) {
    return words.group(1) == null ? words.start(2) : words.start(1);
  }

  private static CalendarDate date(Matcher matcher, int year, int month, int day, boolean either) {
    boolean turned = month > MONTHS;
    return new CalendarDate(
        matcher.start(),
        matcher.end(),
        year,
        turned ? day : month,
        turned ? month : day,
        either && month <= MONTHS && day <= MONTHS);
  }

  private static void add(List<CalendarDate> found, CalendarDate date) {
    if (date.month() <= MONTHS && date.day() <= DAYS) {
      found.add(date);
    }
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
