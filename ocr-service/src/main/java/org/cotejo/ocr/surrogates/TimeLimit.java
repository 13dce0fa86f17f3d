package org.cotejo.ocr.surrogates;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ends the wait for work on a page after a time. Work that goes on then is interrupted; work that
 * does not heed that runs on by itself, its result is thrown away, and it is counted until it ends.
 */
public final class TimeLimit {
  /** Of the failure of a page that took too long. */
  public static final String CODE = "surrogates.time-limit";

  private final Duration limit;
  private final UnaryOperator<Runnable> handing;
  private final AtomicInteger overdue = new AtomicInteger();

  public TimeLimit(Duration limit) {
    this(limit, UnaryOperator.identity());
  }

  /**
   * The same with a thread that knows more of its caller.
   *
   * @param handing makes, on the caller's thread, what the other one runs; that is interrupted when
   *     the time is over
   */
  public TimeLimit(Duration limit, UnaryOperator<Runnable> handing) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a time limit is positive, not " + limit);
    }
    this.limit = limit;
    this.handing = handing;
  }

  /** How much work runs on beyond its time. */
  public int overdue() {
    return overdue.get();
  }

  /**
   * Does the work on a thread of its own.
   *
   * @throws PageFailure with {@link #CODE}, or what the work throws
   * @throws IllegalStateException when the caller is interrupted: the page may be tried again
   */
  public <T> T within(Supplier<T> work) {
    return within(work, _ -> {});
  }

  /** What is done with a result that came too late. */
  @FunctionalInterface
  public interface Late<T> {
    void came(T result);
  }

  /**
   * The same for work whose result holds something that must be given back.
   *
   * @param late is handed a result that nobody waits for any more
   */
  @SuppressWarnings("Interruption") // the thread was made here for this work alone
  public <T> T within(Supplier<T> work, Late<T> late) {
    Attempt<T> attempt = new Attempt<>(work, late);
    FutureTask<T> task = new FutureTask<>(attempt::run);
    Thread thread = Thread.ofPlatform().daemon().name("page-in-time").start(handing.apply(task));
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      attempt.giveUp();
      thread.interrupt();
      throw new PageFailure(
          CODE, "The page could not be made within %d seconds.".formatted(limit.toSeconds()));
    } catch (InterruptedException _) {
      attempt.giveUp();
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a page was made");
    } catch (ExecutionException failed) {
      throw thrown(failed.getCause());
    }
  }

  private static RuntimeException thrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  /** Work that is waited for until it is given up. */
  private final class Attempt<T> {
    private final Supplier<T> work;
    private final Late<T> late;
    private boolean ended;
    private boolean givenUp;

    Attempt(Supplier<T> work, Late<T> late) {
      this.work = work;
      this.late = late;
    }

    T run() {
      boolean done = false;
      try {
        T result = work.get();
        done = true;
        if (end()) {
          late.came(result);
        }
        return result;
      } finally {
        if (!done) {
          end();
        }
      }
    }

    private synchronized boolean end() {
      ended = true;
      if (givenUp) {
        overdue.decrementAndGet();
      }
      return givenUp;
    }

    synchronized void giveUp() {
      givenUp = true;
      if (!ended) {
        overdue.incrementAndGet();
      }
    }
  }
}
