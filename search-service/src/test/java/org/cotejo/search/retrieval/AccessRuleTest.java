package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRuleTest {
  private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

  @ParameterizedTest
  @CsvSource({
    "public, '', 2029-12-31, true",
    "restricted, '', 2029-12-31, false",
    "restricted, submitter, 2029-12-31, false",
    "restricted, reader, 2029-12-31, true",
    "restricted, curator, 2029-12-31, true",
    "embargoed, reader, 2029-12-31, false",
    "embargoed, curator, 2029-12-31, true",
    "embargoed, operator, 2029-12-31, true",
    "embargoed, '', 2030-01-01, true",
    "unheard-of, operator, 2030-01-01, false"
  })
  void opensWhatMayBeSeen(String level, String role, LocalDate today, boolean allowed) {
    assertEquals(allowed, AccessRule.allows(level, Optional.of(DAY), Set.of(role), today));
  }
}
