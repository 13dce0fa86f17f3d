package org.cotejo.ingest.fixity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void restsForWhatIsLeftOfTheTimeThatTheBytesMayTake() {
    Pace pace = new Pace(1_000);
    assertEquals(Duration.ofSeconds(3), pace.rest(5_000, Duration.ofSeconds(2)));
    assertEquals(Duration.ZERO, pace.rest(5_000, Duration.ofSeconds(5)));
    assertEquals(Duration.ZERO, pace.rest(5_000, Duration.ofSeconds(60)));
    assertEquals(Duration.ZERO, pace.rest(0, Duration.ZERO));
  }

  @Test
  void aPaceOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Pace(0));
  }

  /** The largest original that is taken in does not run over. */
  @Test
  void largeFilesAreCounted() {
    assertEquals(
        Duration.ofSeconds(9_223), new Pace(1_000_000).rest(9_223_000_000L, Duration.ZERO));
  }
}
