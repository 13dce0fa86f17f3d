package org.cotejo.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WorkTest {
  private final AtomicLong clock = new AtomicLong();
  private final Work work = new Work(clock::get);

  WorkTest() {
    work.tried();
  }

  @Test
  void standsFromItsLastStepOn() {
    passes(50);
    work.advanced();
    passes(30);

    stands(30);
  }

  @Test
  void standsFromItsTakingWhenItMakesNoStep() {
    passes(70);

    stands(70);
  }

  @Test
  void tryingAgainIsNoStep() {
    for (int tries = 0; tries < 5; tries++) {
      passes(20);
      work.tried();
    }

    stands(100);
  }

  @Test
  void aTryThatRepeatsStepsIsAtWorkButComesNoFurther() {
    // Given
    work.advanced();
    work.advanced();
    passes(10);
    work.tried();
    // When
    passes(40);
    work.advanced();
    passes(40);
    work.advanced();
    passes(5);
    // Then the ten seconds before and five now
    stands(15);
  }

  @Test
  void newGroundForgivesWhatWasBefore() {
    work.advanced();
    passes(50);
    work.tried();
    work.advanced();
    work.advanced();

    stands(0);
  }

  private void passes(int seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private void stands(int seconds) {
    assertEquals(Duration.ofSeconds(seconds), work.standstill());
  }
}
