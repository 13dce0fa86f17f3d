package org.cotejo.search.retrieval;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a date of a query may mean; an end that is open is empty. Read from the part of
 * EDTF (ISO 8601-2:2019, level 1) that people search with: {@code 1961}, {@code 1961-04}, {@code
 * 1961-04-17}, {@code 196X}, {@code 1961-XX}, seasons {@code 1961-21} to {@code -24}, {@code
 * 1960/1962}, {@code ../1962}, {@code 1960/..}, and the qualifiers {@code ? ~ %}.
 *
 * <p>A qualified date reaches one unit of its own precision further on both sides: {@code 1961-04~}
 * is March to May.
 *
 * @param from first day
 * @param to last day
 */
public record DateSpan(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Every day. */
  public static final DateSpan ANY = new DateSpan(Optional.empty(), Optional.empty());

  /** Said to people whose date is not one. */
  public static final String EXPECTED =
      "a date such as 1961, 1961-04, 1961-04-17, 196X, 1961-04~ or 1960/1962";

  private static final Pattern DATE =
      Pattern.compile("([0-9]{1,4}X{0,3})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)");
  private static final int YEAR_DIGITS = 4;
  private static final int FIRST_SEASON = 21;
  private static final int LAST_SEASON = 24;
  private static final int MONTHS_OF_SEASON = 3;

  /** A span of days whose ends are both known. */
  private record Days(LocalDate first, LocalDate last) {}

  /**
   * Reads a date or an interval.
   *
   * @return empty when it is none
   */
  public static Optional<DateSpan> parse(String text) {
    try {
      String[] ends = text.split("/", -1);
      return switch (ends.length) {
        case 1 -> Optional.of(closed(days(text)));
        case 2 -> interval(ends[0], ends[1]);
        default -> Optional.empty();
      };
    } catch (DateTimeException invalid) {
      return Optional.empty();
    }
  }

  private static Optional<DateSpan> interval(String start, String end) {
    Optional<LocalDate> from = open(start) ? Optional.empty() : Optional.of(days(start).first());
    Optional<LocalDate> to = open(end) ? Optional.empty() : Optional.of(days(end).last());
    boolean backwards = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    boolean endless = from.isEmpty() && to.isEmpty();
    return backwards || endless ? Optional.empty() : Optional.of(new DateSpan(from, to));
  }

  private static boolean open(String end) {
    return end.isEmpty() || "..".equals(end);
  }

  private static DateSpan closed(Days days) {
    return new DateSpan(Optional.of(days.first()), Optional.of(days.last()));
  }

  private static Days days(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches() || parts.group(1).length() != YEAR_DIGITS) {
      throw new DateTimeException("not a date");
    }
    boolean about = !parts.group(4).isEmpty();
    String year = parts.group(1);
    String month = parts.group(2);
    String day = parts.group(3);
    if (month == null || "XX".equals(month) || year.endsWith("X")) {
      return years(year, about);
    }
    int number = Integer.parseInt(month);
    if (number >= FIRST_SEASON && number <= LAST_SEASON && day == null) {
      int first = (number - FIRST_SEASON + 1) * MONTHS_OF_SEASON;
      return months(Year.parse(year).atMonth(first), MONTHS_OF_SEASON, about);
    }
    YearMonth whole = Year.parse(year).atMonth(number);
    if (day == null || "XX".equals(day)) {
      return months(whole, 1, about);
    }
    LocalDate date = LocalDate.of(whole.getYear(), number, Integer.parseInt(day));
    return about ? new Days(date.minusDays(1), date.plusDays(1)) : new Days(date, date);
  }

  private static Days years(String year, boolean about) {
    int first = Integer.parseInt(year.replace('X', '0'));
    int last = Integer.parseInt(year.replace('X', '9'));
    int reach = about ? last - first + 1 : 0;
    return new Days(
        Year.of(first - reach).atDay(1), Year.of(last + reach).atMonth(12).atEndOfMonth());
  }

  private static Days months(YearMonth first, int count, boolean about) {
    int reach = about ? count : 0;
    return new Days(
        first.minusMonths(reach).atDay(1), first.plusMonths(count - 1L + reach).atEndOfMonth());
  }
}
