package org.cotejo.translation.bitext.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cotejo.problems.Problem;

/** Lets a few requests at a time do what takes a core for seconds; the others wait a while. */
public final class Turns {
  private final Semaphore turns;
  private final Duration patience;
  private final String code;

  /**
   * Turns.
   *
   * @param parallel how many at a time
   * @param patience how long one waits
   * @param code of the refusal
   */
  public Turns(int parallel, Duration patience, String code) {
    this.turns = new Semaphore(parallel, true);
    this.patience = patience;
    this.code = code;
  }

  /**
   * Does something when its turn has come.
   *
   * @throws Problem 503 when it does not come in time
   */
  public <T> T take(Supplier<T> work) {
    waitForTurn();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private void waitForTurn() {
    try {
      if (turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw Problem.of(503, code, "Try again later", "Too many texts are being worked on now.");
  }
}
