package org.cotejo.ingest.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {
  @ParameterizedTest
  @CsvSource({
    "1962-12-02, 1962-12-02, 1962-12-02",
    "1962-12, 1962-12-01, 1962-12-31",
    "1964-02, 1964-02-01, 1964-02-29",
    "1962, 1962-01-01, 1962-12-31",
    "1962-12-02T23:20:30Z, 1962-12-02, 1962-12-02",
    "1962?, 1962-01-01, 1962-12-31",
    "1962-12~, 1962-12-01, 1962-12-31",
    "1962-12-02%, 1962-12-02, 1962-12-02",
    "?1962-~12, 1962-12-01, 1962-12-31",
    "196X, 1960-01-01, 1969-12-31",
    "19XX, 1900-01-01, 1999-12-31",
    "1962-XX, 1962-01-01, 1962-12-31",
    "1962-12-XX, 1962-12-01, 1962-12-31",
    "1962-XX-XX, 1962-01-01, 1962-12-31",
    "1962-1X-02, 1962-10-02, 1962-12-02",
    "1961/1963, 1961-01-01, 1963-12-31",
    "1962-12-02/1963-01, 1962-12-02, 1963-01-31",
    "../1963, -9999-01-01, 1963-12-31",
    "1961/.., 1961-01-01, 9999-12-31",
    "1961/, 1961-01-01, 9999-12-31",
    "1962-21, 1962-03-01, 1962-05-31",
    "1962-24, 1962-12-01, 1963-02-28",
    "1962-34, 1962-04-01, 1962-06-30",
    "-0044-03-15, -0044-03-15, -0044-03-15",
    "Y17000, +17000-01-01, +17000-12-31"
  })
  void coversTheDaysThatItMayMean(String text, LocalDate earliest, LocalDate latest) {
    assertEquals(new Edtf(text, earliest, latest), Edtf.parse(text));
  }

  @Test
  void coversAllMembersOfASet() {
    assertEquals(LocalDate.of(1960, 1, 1), Edtf.parse("[1962,1960,1965..1967]").earliest());
    assertEquals(LocalDate.of(1967, 12, 31), Edtf.parse("{1962,1960,1965..1967}").latest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2 December 1962",
        "1962/12/02",
        "1962-13",
        "1962-02-30",
        "02-12-1962",
        "1963/1961",
        "../..",
        "1962-25",
        "[1962",
        "1962-12T10:00:00Z",
        "62"
      })
  void refusesWhatIsNoDate(String text) {
    assertThrows(InvalidEdtf.class, () -> Edtf.parse(text));
  }
}
