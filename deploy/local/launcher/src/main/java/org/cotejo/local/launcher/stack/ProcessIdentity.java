package org.cotejo.local.launcher.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be told from a later one with the same number.
 *
 * @param pid number given by the system
 * @param started when it was started, ISO 8601; empty when the system does not say
 */
public record ProcessIdentity(long pid, String started) {
  /** The system's clock correction moves the reported start a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  static ProcessIdentity of(ProcessHandle handle) {
    return new ProcessIdentity(
        handle.pid(), handle.info().startInstant().map(Instant::toString).orElse(""));
  }

  /** This process itself. */
  public static ProcessIdentity current() {
    return of(ProcessHandle.current());
  }

  static ProcessIdentity of(long pid) {
    return ProcessHandle.of(pid).map(ProcessIdentity::of).orElse(new ProcessIdentity(pid, ""));
  }

  /** The process, when it is still the same one and runs. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::same);
  }

  private boolean same(ProcessHandle handle) {
    Optional<Instant> start = handle.info().startInstant();
    if (started.isEmpty() || start.isEmpty()) {
      return false;
    }
    return Duration.between(Instant.parse(started), start.get()).abs().compareTo(TOLERANCE) <= 0;
  }
}
