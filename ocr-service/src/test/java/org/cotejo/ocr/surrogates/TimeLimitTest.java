package org.cotejo.ocr.surrogates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeLimitTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void givesTheResultOfWorkInTime() {
    assertEquals("page", new TimeLimit(LONG).<String>within(() -> "page"));
  }

  @Test
  void throwsWhatTheWorkThrows() {
    PageFailure damaged = new PageFailure("damaged", "The page is damaged.");
    TimeLimit limit = new TimeLimit(LONG);

    var thrown =
        assertThrows(
            PageFailure.class,
            () ->
                limit.within(
                    () -> {
                      throw damaged;
                    }));

    assertSame(damaged, thrown);
    assertEquals(0, limit.overdue());
  }

  @Test
  void interruptsWorkThatTakesTooLong() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    TimeLimit limit = new TimeLimit(SHORT);

    var failure =
        assertThrows(
            PageFailure.class,
            () -> limit.<String>within(() -> untilInterrupted(new CountDownLatch(1), interrupted)));

    assertEquals("surrogates.time-limit", failure.code());
    assertTrue(interrupted.await(30, TimeUnit.SECONDS));
  }

  @Test
  void countsWorkThatDoesNotHeedUntilItEndsAndHandsItsResultOn() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch handed = new CountDownLatch(1);
    TimeLimit limit = new TimeLimit(SHORT);

    assertThrows(
        PageFailure.class,
        () -> limit.<String>within(() -> unheeding(released), _ -> handed.countDown()));

    assertEquals(1, limit.overdue());
    released.countDown();
    assertTrue(handed.await(30, TimeUnit.SECONDS));
    assertEquals(0, limit.overdue());
  }

  private static String untilInterrupted(CountDownLatch never, CountDownLatch interrupted) {
    try {
      never.await();
    } catch (InterruptedException _) {
      interrupted.countDown();
    }
    return "late";
  }

  private static String unheeding(CountDownLatch released) {
    while (true) {
      try {
        released.await();
        return "late";
      } catch (InterruptedException _) {
        // Goes on as native code would.
      }
    }
  }
}
