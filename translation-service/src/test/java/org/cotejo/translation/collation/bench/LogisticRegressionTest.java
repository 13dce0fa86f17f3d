package org.cotejo.translation.collation.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private final Random random = new Random(7);

  @Test
  void findsTheWeightsThatMadeTheLabels() {
    // Given
    List<Double> made = List.of(-1.5, 2.0, -.25, 0.0);
    List<List<Double>> rows = rows(20_000);
    List<Boolean> labels =
        rows.stream()
            .map(row -> random.nextDouble() < 1 / (1 + Math.exp(-dot(made, row))))
            .toList();
    // When
    List<Double> found = LogisticRegression.fit(rows, labels);
    // Then
    for (int k = 0; k < made.size(); k++) {
      assertEquals(made.get(k), found.get(k), .1, found::toString);
    }
  }

  @Test
  void staysBoundedWhereAQuantityTellsEverything() {
    // Given
    List<List<Double>> rows = rows(200);
    List<Boolean> labels = rows.stream().map(row -> row.get(1) > 0).toList();
    // When
    List<Double> found = LogisticRegression.fit(rows, labels);
    // Then
    assertTrue(found.stream().allMatch(weight -> Math.abs(weight) < 20), found::toString);
    assertTrue(found.get(1) > 1, found::toString);
  }

  @Test
  void givesAQuantityThatNeverChangesNoWeight() {
    // Given
    List<List<Double>> rows = rows(200).stream().map(row -> List.of(1.0, row.get(1), 5.0)).toList();
    List<Boolean> labels = rows.stream().map(row -> row.get(1) > random.nextGaussian()).toList();
    // Then
    assertEquals(0, LogisticRegression.fit(rows, labels).get(2), 1e-6);
  }

  private List<List<Double>> rows(int count) {
    List<List<Double>> rows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      rows.add(
          List.of(
              1.0,
              random.nextGaussian(),
              4 * random.nextGaussian() + 3,
              random.nextGaussian() - 2));
    }
    return rows;
  }

  private static double dot(List<Double> weights, List<Double> row) {
    double sum = 0;
    for (int k = 0; k < row.size(); k++) {
      sum += weights.get(k) * row.get(k);
    }
    return sum;
  }
}
