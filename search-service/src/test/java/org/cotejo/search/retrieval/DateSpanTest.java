package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateSpanTest {
  @ParameterizedTest
  @CsvSource({
    "1961, 1961-01-01, 1961-12-31",
    "196X, 1960-01-01, 1969-12-31",
    "19XX, 1900-01-01, 1999-12-31",
    "1961-04, 1961-04-01, 1961-04-30",
    "1961-04~, 1961-03-01, 1961-05-31",
    "1961~, 1960-01-01, 1962-12-31",
    "1961-XX, 1961-01-01, 1961-12-31",
    "1961-04-XX, 1961-04-01, 1961-04-30",
    "1961-04-17, 1961-04-17, 1961-04-17",
    "1961-04-17?, 1961-04-16, 1961-04-18",
    "1961-21, 1961-03-01, 1961-05-31",
    "1961-24, 1961-12-01, 1962-02-28",
    "1960/1962, 1960-01-01, 1962-12-31",
    "1960-05/1961-XX, 1960-05-01, 1961-12-31",
  })
  void coversTheDaysThatADateMayMean(String text, LocalDate from, LocalDate to) {
    assertEquals(
        Optional.of(new DateSpan(Optional.of(from), Optional.of(to))), DateSpan.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"1960/.., 1960-01-01,", "../1962,, 1962-12-31", "/1962,, 1962-12-31"})
  void leavesOpenEndsOpen(String text, LocalDate from, LocalDate to) {
    assertEquals(
        Optional.of(new DateSpan(Optional.ofNullable(from), Optional.ofNullable(to))),
        DateSpan.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "61", "1961-13", "1961-02-30", "1962/1960", "../..", "/", "1/2/3", "X961"})
  void refusesWhatIsNoDate(String text) {
    assertTrue(DateSpan.parse(text).isEmpty());
  }
}
