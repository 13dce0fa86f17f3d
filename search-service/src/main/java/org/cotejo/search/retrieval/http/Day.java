package org.cotejo.search.retrieval.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.cotejo.search.retrieval.QueryText;

/** Ends of a span of time: a year, a month or a day. */
final class Day {
  private Day() {}

  /** The first day that a text means. */
  static LocalDate first(String field, String text) {
    return parse(field, text, false);
  }

  /** The last day that a text means. */
  static LocalDate last(String field, String text) {
    return parse(field, text, true);
  }

  private static LocalDate parse(String field, String text, boolean last) {
    try {
      return switch (text.length()) {
        case 4 -> last ? Year.parse(text).atMonth(12).atEndOfMonth() : Year.parse(text).atDay(1);
        case 7 -> last ? YearMonth.parse(text).atEndOfMonth() : YearMonth.parse(text).atDay(1);
        default -> LocalDate.parse(text);
      };
    } catch (DateTimeException invalid) {
      throw new QueryText.InvalidQuery("date.invalid", field + " is YYYY, YYYY-MM or YYYY-MM-DD.");
    }
  }
}
