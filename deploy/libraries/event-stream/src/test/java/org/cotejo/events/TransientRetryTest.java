package org.cotejo.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TransientRetryTest {
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void triesAgainUntilTheDatabaseIsBack() throws Exception {
    new TransientRetry(new Limits(Duration.ofMillis(1), Duration.ofMinutes(1)))
        .run(
            "work",
            () -> {
              if (tries.incrementAndGet() < 4) {
                throw new IllegalStateException("away");
              }
            });

    assertEquals(4, tries.get());
  }

  @Test
  void triesOnceWhatCanNeverWork() {
    PermanentFailure never = new PermanentFailure("paper.torn", "The paper is torn.", null);

    PermanentFailure thrown =
        assertThrows(
            PermanentFailure.class,
            () ->
                new TransientRetry(new Limits(Duration.ofMillis(1), Duration.ofMinutes(1)))
                    .run("work", () -> fail(never)));

    assertSame(never, thrown);
    assertEquals(1, tries.get());
  }

  @Test
  void givesUpWithTheLastFailureWhenTheTimeIsOver() {
    assertThrows(
        IllegalStateException.class,
        () ->
            new TransientRetry(new Limits(Duration.ofMinutes(1), Duration.ZERO))
                .run("work", () -> fail(new IllegalStateException("away"))));

    assertEquals(1, tries.get());
  }

  @Test
  void aServiceThatStopsDoesNotWaitForTheNextTry() {
    TransientRetry retry =
        new TransientRetry(new Limits(Duration.ofMinutes(1), Duration.ofMinutes(10)));
    retry.onStop(new ShutdownEvent());

    assertThrows(
        TransientRetry.ServiceStopping.class,
        () -> retry.run("work", () -> fail(new IllegalStateException("away"))));

    assertEquals(1, tries.get());
  }

  private void fail(RuntimeException failure) {
    tries.incrementAndGet();
    throw failure;
  }
}
