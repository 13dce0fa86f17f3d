package org.cotejo.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WorkInHandTest {
  private static final Duration SOME_TIME = Duration.ofMillis(50);

  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final WorkInHand inHand = new WorkInHand(metrics);

  @Test
  void oneThatHangsIsSeenBesideOneThatWorks() throws Exception {
    // Given
    Work hanging = inHand.begin("reading");
    letPass(SOME_TIME);
    // When
    Thread other =
        Thread.ofPlatform()
            .start(
                () -> {
                  Work working = inHand.begin("reading");
                  inHand.advanced();
                  inHand.end("reading", working);
                });
    other.join();
    // Then
    assertTrue(inHand.standstill("reading").compareTo(SOME_TIME) >= 0);
    assertTrue(gauge("cotejo.stage.standstill") > 0);
    assertEquals(1, gauge("cotejo.stage.in.flight"));
    inHand.end("reading", hanging);
    assertEquals(Duration.ZERO, inHand.standstill("reading"));
    assertEquals(0, gauge("cotejo.stage.in.flight"));
  }

  @Test
  void stepsOfAnotherThreadCountForTheMessageThatItWorksFor() throws Exception {
    // Given
    Work work = inHand.begin("reading");
    letPass(SOME_TIME);
    Duration before = work.standstill();
    // When
    Thread helper = Thread.ofPlatform().start(inHand.handedOn(inHand::advanced));
    helper.join();
    // Then
    assertTrue(work.standstill().compareTo(before) < 0);
  }

  @Test
  void whatWasGivenUpIsNoStep() throws Exception {
    // Given
    Work work = inHand.begin("reading");
    letPass(SOME_TIME);
    // When
    Thread late =
        Thread.ofPlatform()
            .start(
                inHand.handedOn(
                    () -> {
                      Thread.currentThread().interrupt();
                      inHand.advanced();
                    }));
    late.join();
    // Then
    assertTrue(work.standstill().compareTo(SOME_TIME) >= 0);
  }

  @Test
  void aThreadWithoutAMessageMayStep() {
    inHand.advanced();

    assertEquals(Duration.ZERO, inHand.standstill("reading"));
  }

  private double gauge(String name) {
    return metrics.get(name).tag("stage", "reading").gauge().value();
  }

  private static void letPass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
