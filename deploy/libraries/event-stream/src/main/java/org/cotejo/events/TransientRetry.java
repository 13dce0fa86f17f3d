package org.cotejo.events;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tries again what failed for a passing reason, with doubling pauses and a last moment ({@link
 * EventStreamConfig}). It blocks; use it from a blocking method.
 */
@ApplicationScoped
public class TransientRetry {
  private static final Logger LOG = Logger.getLogger(TransientRetry.class);

  private final EventStreamConfig config;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  public TransientRetry(EventStreamConfig config) {
    this.config = config;
  }

  /** Something to do that may be done twice. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  /**
   * Runs an action until it succeeds.
   *
   * @param what names the action in the log
   * @throws ServiceStopping when the service goes down between two tries
   * @throws Exception of the last try, when it is no transient failure (see {@link FailureReason})
   *     or the time is over
   */
  public void run(String what, Action action) throws Exception {
    long giveUpAt = System.nanoTime() + config.retryGiveUpAfter().toNanos();
    Duration delay = config.retryInitialDelay();
    while (true) {
      try {
        action.run();
        return;
      } catch (Exception failure) {
        boolean transientFailure = FailureReason.of(failure).transientFailure();
        if (!transientFailure || System.nanoTime() + delay.toNanos() > giveUpAt) {
          throw failure;
        }
        LOG.warnf("%s will try again in %s: %s", what, delay, failure);
        pause(delay, failure);
        delay = min(delay.multipliedBy(2), config.retryMaximumDelay());
      }
    }
  }

  void onStop(@Observes @Priority(1) ShutdownEvent event) {
    stopping.countDown();
  }

  /** Waits out a delay, unless the service is told to stop. */
  private void pause(Duration delay, Exception cause) {
    try {
      if (stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ServiceStopping(cause);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ServiceStopping(interrupted);
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The service goes down; the message will be delivered again. */
  public static final class ServiceStopping extends RuntimeException {
    ServiceStopping(Throwable cause) {
      super("the service is stopping", cause);
    }
  }
}
