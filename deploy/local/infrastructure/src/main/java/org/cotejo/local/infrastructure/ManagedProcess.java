package org.cotejo.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A started child process whose output goes to a log file. */
public final class ManagedProcess {
  private static final Duration POLL = Duration.ofMillis(50);

  private final String name;
  private final Process process;
  private final Path log;

  private ManagedProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process.
   *
   * @param log its output is appended here
   */
  public static ManagedProcess start(ProcessSpec spec, Path log) {
    ProcessBuilder builder = new ProcessBuilder(spec.command());
    builder.environment().putAll(spec.environment());
    builder.directory(spec.workingFolder().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      Files.createDirectories(spec.workingFolder());
      Files.createDirectories(log.toAbsolutePath().getParent());
      return new ManagedProcess(spec.name(), builder.start(), log);
    } catch (IOException failure) {
      throw new InfrastructureException(
          spec.name() + " cannot be started: " + failure.getMessage(), failure);
    }
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  public Path log() {
    return log;
  }

  /** Completes with the exit code when the process has ended. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /**
   * Waits until a check holds.
   *
   * @throws InfrastructureException when the process ends or the time runs out before
   */
  public void awaitHealthy(BooleanSupplier healthy, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!healthy.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new InfrastructureException(
            name + " ended with code " + process.exitValue() + "; its log is " + log);
      }
      if (System.nanoTime() > end) {
        throw new InfrastructureException(
            name + " did not answer within " + limit.toSeconds() + " s; its log is " + log);
      }
      pause();
    }
  }

  /**
   * Asks the process to end, and ends it when it has not after the time given.
   *
   * @return whether it ended by itself
   */
  public boolean stop(Duration patience) {
    process.destroy();
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      // Its own children first: a JVM that writes a start-up cache does so in another process.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return false;
    }
  }

  /** Ends the process at once, as a crash would. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while waiting", interrupted);
    }
  }
}
