package org.cotejo.translation.collation;

/**
 * A date in a text; 0 for what it does not say.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param year of the Gregorian calendar
 * @param month 1 to 12
 * @param day 1 to 31
 * @param either whether day and month may be meant the other way round ({@code 5/12/1962})
 */
record CalendarDate(int start, int end, int year, int month, int day, boolean either) {

  /** Whether both may be the same day. */
  boolean meets(CalendarDate other) {
    return agree(year, other.year)
        && (sameDay(month, day, other)
            || (either && sameDay(day, month, other))
            || (other.either && sameDay(month, day, other.turned())));
  }

  private CalendarDate turned() {
    return new CalendarDate(start, end, year, /* month= */ day, /* day= */ month, false);
  }

  private static boolean sameDay(int month, int day, CalendarDate other) {
    return agree(month, other.month) && agree(day, other.day);
  }

  private static boolean agree(int one, int other) {
    return one == other || one == 0 || other == 0;
  }
}
