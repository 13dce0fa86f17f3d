package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A Helm program makes of the chart what the one of the other tests makes of it: {@code
 * -Dcotejo.helm=PATH} names it by its absolute path.
 */
class HelmProgramTest {
  private Program helm;

  @BeforeEach
  void find() {
    String named = System.getProperty("cotejo.helm", "");
    assumeTrue(!named.isEmpty(), "NO HELM PROGRAM WAS NAMED by -Dcotejo.helm");
    helm = new Program(Path.of(named));
    assertTrue(Files.isExecutable(helm.path()), named + " is no program");
  }

  @ParameterizedTest
  @MethodSource("org.cotejo.operations.Chart#variants")
  void rendersTheSameText(Variant variant) {
    // When
    Program.Outcome outcome = Chart.render(helm, variant);
    // Then
    assertEquals(trimmed(Chart.render(variant)), trimmed(outcome.output()));
    assertEquals(0, outcome.status());
  }

  /** Helm 3 cuts white space from the end of each document, Helm 4.2 leaves it. */
  private static String trimmed(String manifests) {
    return manifests.replaceAll("\\s+(?=\n---\n|\\z)", "");
  }

  @ParameterizedTest
  @MethodSource("org.cotejo.operations.Chart#variants")
  void knowsTheHooks(Variant variant) {
    // When
    Manifests manifests = Chart.manifests(helm, variant);
    // Then
    assertEquals(Set.copyOf(Chart.manifests(variant).objects()), Set.copyOf(manifests.objects()));
  }

  @ParameterizedTest
  @MethodSource("org.cotejo.operations.Chart#wrong")
  void refusesTheSameValuesInTheSameWords(Variant wrong) {
    // When
    Program.Outcome outcome = Chart.render(helm, wrong);
    // Then
    assertNotEquals(0, outcome.status(), outcome.output());
    String refusal = assertThrows(RuntimeException.class, () -> Chart.render(wrong)).getMessage();
    assertTrue(outcome.output().contains(refusal.strip()), outcome.output() + " for " + refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"values.yaml", "values-small.yaml", "values-production.yaml"})
  void findsNoFault(String values) {
    // When
    Program.Outcome outcome =
        helm.run(Repository.CHART, "lint", "--strict", "--values", values, ".");
    // Then
    assertEquals(0, outcome.status(), outcome.output());
  }
}
