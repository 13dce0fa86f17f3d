package org.cotejo.ingest.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as ISO 8601-2:2019 (EDTF) writes it, with the days that it may mean.
 *
 * <p>Understood are level 0 and 1 whole, and of level 2 the sets {@code [..]} and {@code {..}},
 * unspecified digits anywhere, qualifiers on single parts, exponents left out. Source: Library of
 * Congress, EDTF specification, 2019.
 *
 * @param text as given
 * @param earliest first day that the expression covers
 * @param latest last day that the expression covers
 */
public record Edtf(String text, LocalDate earliest, LocalDate latest) {
  private static final int MAXIMUM_LENGTH = 200;
  private static final LocalDate OPEN_START = LocalDate.of(-9999, 1, 1);
  private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);
  private static final Pattern DATE =
      Pattern.compile(
          "[?~%]?(-?[0-9X]{4})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?)?)?");
  private static final Pattern LONG_YEAR = Pattern.compile("Y(-?[1-9][0-9]{4,8})");
  private static final Pattern TIME =
      Pattern.compile("(.+)T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](Z|[+-][0-2][0-9](:[0-5][0-9])?)?");

  /** Seasons, quarters and halves of level 1 and 2: first and last month. */
  private static final Map<Integer, int[]> PARTS_OF_YEAR =
      Map.ofEntries(
          Map.entry(21, new int[] {3, 5}),
          Map.entry(22, new int[] {6, 8}),
          Map.entry(23, new int[] {9, 11}),
          Map.entry(24, new int[] {12, 14}),
          Map.entry(33, new int[] {1, 3}),
          Map.entry(34, new int[] {4, 6}),
          Map.entry(35, new int[] {7, 9}),
          Map.entry(36, new int[] {10, 12}),
          Map.entry(37, new int[] {1, 4}),
          Map.entry(38, new int[] {5, 8}),
          Map.entry(39, new int[] {9, 12}),
          Map.entry(40, new int[] {1, 6}),
          Map.entry(41, new int[] {7, 12}));

  private record Span(LocalDate from, LocalDate to) {}

  /**
   * Reads an expression.
   *
   * @throws InvalidEdtf saying what is wrong
   */
  public static Edtf parse(String text) {
    if (text.length() > MAXIMUM_LENGTH) {
      throw new InvalidEdtf("is longer than " + MAXIMUM_LENGTH + " characters");
    }
    Span span;
    if (text.startsWith("[") || text.startsWith("{")) {
      span = set(text);
    } else if (text.contains("/")) {
      span = interval(text);
    } else {
      span = date(text);
    }
    return new Edtf(text, span.from(), span.to());
  }

  private static Span interval(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length != 2) {
      throw new InvalidEdtf("an interval has one stroke between two dates");
    }
    boolean openStart = ends[0].isEmpty() || "..".equals(ends[0]);
    boolean openEnd = ends[1].isEmpty() || "..".equals(ends[1]);
    if (openStart && openEnd) {
      throw new InvalidEdtf("an interval has at least one date");
    }
    LocalDate from = openStart ? OPEN_START : date(ends[0]).from();
    LocalDate to = openEnd ? OPEN_END : date(ends[1]).to();
    if (to.isBefore(from)) {
      throw new InvalidEdtf("the interval ends before it begins");
    }
    return new Span(from, to);
  }

  private static Span set(String text) {
    String close = text.startsWith("[") ? "]" : "}";
    if (!text.endsWith(close) || text.length() < 3) {
      throw new InvalidEdtf("a set that opens with " + text.charAt(0) + " closes with " + close);
    }
    List<Span> members = new ArrayList<>();
    for (String member : text.substring(1, text.length() - 1).split(",", -1)) {
      members.add(member(member.trim()));
    }
    LocalDate from = members.getFirst().from();
    LocalDate to = members.getFirst().to();
    for (Span member : members) {
      from = member.from().isBefore(from) ? member.from() : from;
      to = member.to().isAfter(to) ? member.to() : to;
    }
    return new Span(from, to);
  }

  private static Span member(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return date(text);
    }
    LocalDate from = dots == 0 ? OPEN_START : date(text.substring(0, dots)).from();
    LocalDate to = dots + 2 == text.length() ? OPEN_END : date(text.substring(dots + 2)).to();
    if (to.isBefore(from)) {
      throw new InvalidEdtf("a range inside the set ends before it begins");
    }
    return new Span(from, to);
  }

  private static Span date(String text) {
    Matcher time = TIME.matcher(text);
    String day = time.matches() ? time.group(1) : text;
    Matcher longYear = LONG_YEAR.matcher(day);
    if (longYear.matches()) {
      int year = Integer.parseInt(longYear.group(1));
      return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    Matcher parts = DATE.matcher(day);
    if (!parts.matches()) {
      throw new InvalidEdtf(
          "\""
              + text
              + "\" is not a date; write 1962-12-02, 1962-12, 1962, 1962~, 196X or"
              + " 1961/1963");
    }
    if (time.matches() && parts.group(3) == null) {
      throw new InvalidEdtf("a time of day needs a whole date before it");
    }
    return span(parts.group(1), parts.group(2), parts.group(3));
  }

  private static Span span(String year, String month, String day) {
    int firstYear = digits(year, '0');
    int lastYear = digits(year, '9');
    if (firstYear > lastYear) {
      return span(Integer.toString(lastYear), Integer.toString(firstYear), month, day);
    }
    return span(Integer.toString(firstYear), Integer.toString(lastYear), month, day);
  }

  private static Span span(String firstYear, String lastYear, String month, String day) {
    int from = Integer.parseInt(firstYear);
    int to = Integer.parseInt(lastYear);
    try {
      if (month == null) {
        return new Span(LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31));
      }
      int number = month.contains("X") ? 0 : Integer.parseInt(month);
      int[] partOfYear = PARTS_OF_YEAR.get(number);
      if (partOfYear != null && day == null) {
        return new Span(
            YearMonth.of(from, 1).plusMonths(partOfYear[0] - 1L).atDay(1),
            YearMonth.of(to, 1).plusMonths(partOfYear[1] - 1L).atEndOfMonth());
      }
      int firstMonth = lowest(month, 1);
      int lastMonth = highest(month, 12);
      if (day == null) {
        return new Span(
            LocalDate.of(from, firstMonth, 1), YearMonth.of(to, lastMonth).atEndOfMonth());
      }
      int longest = YearMonth.of(to, lastMonth).lengthOfMonth();
      return new Span(
          LocalDate.of(from, firstMonth, lowest(day, 1)),
          LocalDate.of(to, lastMonth, highest(day, longest)));
    } catch (DateTimeException impossible) {
      throw new InvalidEdtf("there is no such day in the calendar");
    }
  }

  private static int digits(String text, char unspecified) {
    int value = Integer.parseInt(text.replace('X', unspecified));
    Year.of(value);
    return value;
  }

  private static int lowest(String text, int minimum) {
    return Math.max(Integer.parseInt(text.replace('X', '0')), text.contains("X") ? minimum : 0);
  }

  private static int highest(String text, int maximum) {
    int value = Integer.parseInt(text.replace('X', '9'));
    return text.contains("X") ? Math.min(value, maximum) : value;
  }
}
