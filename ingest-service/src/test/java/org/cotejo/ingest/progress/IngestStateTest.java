package org.cotejo.ingest.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestStateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "accepted",
        "running",
        "completed",
        "completed-with-failures",
        "failed",
        "superseded"
      })
  void everyStateIsFoundByItsLabel(String label) {
    assertEquals(label, IngestState.of(label).label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "running"})
  void openStatesEndInEveryWay(String label) {
    // Given
    IngestState.Open open = assertInstanceOf(IngestState.Open.class, IngestState.of(label));
    // Then
    assertEquals("completed", open.published(0).label());
    assertEquals("completed-with-failures", open.published(2).label());
    assertEquals("failed", open.failed().label());
    assertEquals("superseded", open.overtaken().label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "completed-with-failures", "failed", "superseded"})
  void endedStatesHaveNoTransition(String label) {
    assertInstanceOf(IngestState.Ended.class, IngestState.of(label));
  }
}
