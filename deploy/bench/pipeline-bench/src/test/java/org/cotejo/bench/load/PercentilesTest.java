package org.cotejo.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void takesTheNearestRankWhateverTheOrder() {
    // Given
    Percentiles durations =
        Percentiles.of(LongStream.rangeClosed(1, 20).map(n -> 21 - n).boxed().toList());
    // Then
    assertEquals(10, durations.at(0.5));
    assertEquals(19, durations.at(0.95));
    assertEquals(20, durations.at(1));
  }

  @Test
  void oneDurationIsEachOfThem() {
    // Given
    Percentiles durations = Percentiles.of(List.of(7L));
    // Then
    assertEquals(7, durations.at(0.01));
    assertEquals(7, durations.at(0.95));
  }

  @Test
  void refusesToTellOfNone() {
    assertThrows(IllegalStateException.class, () -> Percentiles.of(List.of()).at(0.5));
  }
}
