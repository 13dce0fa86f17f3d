package org.cotejo.logging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The changed levels of this process; takes back what has served its time, second by second. */
@ApplicationScoped
public class RunningLevels {
  private final ChangedLevels levels = new ChangedLevels(Clock.systemUTC());
  private final ScheduledExecutorService expiry =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("log-levels").factory());

  void start(@Observes StartupEvent event) {
    var _ = expiry.scheduleWithFixedDelay(levels::expire, 1, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    expiry.shutdownNow();
  }

  /** Of this process. */
  public ChangedLevels levels() {
    return levels;
  }
}
