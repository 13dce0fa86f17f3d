package org.cotejo.translation.collation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapNormTest {
  private final GapNorm norm = new GapNorm(-2, 1, -1.5);

  @Test
  void reportsLessWhereMuchLooksLeftOut() {
    // Given
    List<Double> literal = IntStream.range(0, 100).mapToObj(k -> -6 + k / 50.0).toList();
    List<Double> free = IntStream.range(0, 100).mapToObj(k -> -4 + k / 25.0).toList();
    // Then
    assertEquals(-1, norm.threshold(List.of()), 1e-9);
    assertEquals(-1.5, norm.threshold(literal), 1e-9);
    assertTrue(norm.threshold(free) > -1);
  }

  @Test
  void takesNoDocumentForSoFreeThatNothingIsReported() {
    // Given
    List<Double> wild = IntStream.range(0, 100).mapToObj(k -> (double) k).toList();
    // Then
    assertEquals(2, norm.threshold(wild), 1e-9);
  }
}
