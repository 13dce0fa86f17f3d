package org.cotejo.local.launcher.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cotejo.local.infrastructure.InfrastructureException;
import org.cotejo.local.infrastructure.ManagedProcess;
import org.cotejo.local.infrastructure.ProcessSpec;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.DataFolder;

/**
 * The processes of one data folder. Starts them side by side as far as their needs allow, starts
 * one again that dies, and ends them in order: gateway, services, infrastructure.
 */
public final class Stack {
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  /** A process that writes its start-up cache on its way out takes longer. */
  private static final Duration TRAINING_STOP_LIMIT = Duration.ofMinutes(3);

  /** How many write start-up caches at once; each takes a core and half a gigabyte meanwhile. */
  private static final int TRAINING_AT_ONCE = 2;

  /** PostgreSQL refuses to start while the processes of one that was killed are still ending. */
  private static final int START_ATTEMPTS = 3;

  private final Map<String, RunningPart> parts = new LinkedHashMap<>();
  private final DataFolder data;
  private final String url;
  private final StartupCache caches;
  private final Progress progress;
  private final boolean ownSession;
  private final CountDownLatch stopRequested = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private String status = "starting";
  private boolean stopping;
  private boolean failed;

  /**
   * A stack; nothing is started yet.
   *
   * @param data its folder, whose lock the caller holds
   * @param url address of its gateway
   * @param caches of its Java processes
   */
  public Stack(
      List<Part> parts, DataFolder data, String url, StartupCache caches, Progress progress) {
    this.data = data;
    this.url = url;
    this.caches = caches;
    this.progress = progress;
    this.ownSession = Programs.onPath("setsid");
    for (Part part : parts) {
      this.parts.put(part.name(), new RunningPart(part, data.log(part.name())));
    }
  }

  /**
   * Starts all parts and returns when all are healthy.
   *
   * @throws Refusal when one does not become healthy; then none is left running
   */
  public void start() {
    Folders.make(data.logs());
    Folders.make(caches.folder());
    caches.removeUnfinished();
    parts.values().forEach(running -> threads.execute(() -> begin(running)));
    try {
      CompletableFuture.allOf(
              parts.values().stream().map(RunningPart::ready).toArray(CompletableFuture[]::new))
          .join();
      become("ready");
    } catch (CompletionException failure) {
      boolean asked = stopRequested.getCount() == 0;
      synchronized (this) {
        failed = !asked;
      }
      stop();
      throw asked
          ? new Refusal("stopped before everything was ready", failure)
          : new Refusal(firstFailure(failure), failure);
    }
  }

  /** Ends all processes, those first that use others; returns when none is left. */
  public void stop() {
    synchronized (this) {
      if (stopping) {
        awaitStopped();
        return;
      }
      stopping = true;
      status = "stopping";
    }
    stopRequested.countDown();
    failAll(new Refusal("the stack is stopping"));
    writeState();
    announceTraining();
    for (Part.Tier tier : Part.Tier.values()) {
      stop(tier);
    }
    threads.shutdownNow();
    stopped.countDown();
  }

  /** Returns when the stack has been asked to stop. */
  public void awaitStopRequest() throws InterruptedException {
    stopRequested.await();
  }

  /** Log files of all parts by name. */
  public Map<String, Path> logs() {
    Map<String, Path> logs = new LinkedHashMap<>();
    parts.values().forEach(running -> logs.put(running.part().name(), running.log()));
    return logs;
  }

  private void begin(RunningPart running) {
    Part part = running.part();
    try {
      parts.values().stream()
          .filter(other -> part.needs().contains(other.part().name()))
          .forEach(other -> other.ready().join());
      Instant start = Instant.now();
      part.prepare();
      launchHealthy(running);
      part.afterStart();
      running.become("healthy");
      writeState();
      progress.line("%-20s ready after %s".formatted(part.name(), seconds(start)));
      running.ready().complete(null);
    } catch (RuntimeException failure) {
      // One failure fails the start as a whole; the others are then stopped by it.
      failAll(failure);
    }
  }

  private void failAll(RuntimeException failure) {
    parts.values().forEach(one -> one.ready().completeExceptionally(failure));
  }

  private void launchHealthy(RunningPart running) {
    for (int attempt = 1; ; attempt++) {
      ManagedProcess process = launch(running);
      try {
        process.awaitHealthy(() -> isStopping() || running.part().healthy(), START_LIMIT);
        if (isStopping()) {
          throw new Refusal("the stack is stopping");
        }
        var _ = process.onExit().thenAcceptAsync(code -> ended(running, process, code), threads);
        return;
      } catch (InfrastructureException failure) {
        if (attempt == START_ATTEMPTS
            || process.alive()
            || running.part().tier() != Part.Tier.INFRASTRUCTURE) {
          throw failure;
        }
        running.part().prepare();
      }
    }
  }

  /** Starts the process, unless the stack is ending: then nobody would stop it. */
  private synchronized ManagedProcess launch(RunningPart running) {
    if (stopping) {
      throw new Refusal("the stack is stopping");
    }
    ProcessSpec spec = running.part().process();
    Folders.make(spec.workingFolder());
    LogFile.rotate(running.log());
    Optional<StartupCache.Cached> cached =
        Programs.isJava(spec) ? Optional.of(caches.apply(spec)) : Optional.empty();
    ProcessSpec started = cached.map(StartupCache.Cached::spec).orElse(spec);
    running.launched(
        ManagedProcess.start(ownSession ? Programs.inOwnSession(started) : started, running.log()),
        cached.orElse(null));
    writeState();
    return running.process().orElseThrow();
  }

  private void ended(RunningPart running, ManagedProcess process, int code) {
    String name = running.part().name();
    if (isStopping()) {
      return;
    }
    Optional<Duration> delay = running.policy().afterDeath(Instant.now());
    if (delay.isEmpty()) {
      running.become("failed");
      writeState();
      progress.line(
          "%s ended with code %d and is not started again: it has died %d times in %d minutes; its log is %s"
              .formatted(
                  name,
                  code,
                  RestartPolicy.LIMIT,
                  RestartPolicy.WINDOW.toMinutes(),
                  running.log()));
      return;
    }
    running.countRestart();
    writeState();
    progress.line(
        "%s (process %d) ended with code %d; starting it again in %.1f s"
            .formatted(name, process.pid(), code, delay.get().toMillis() / 1000.0));
    try {
      if (!stopRequested.await(delay.get().toMillis(), TimeUnit.MILLISECONDS)) {
        restart(running);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart(RunningPart running) {
    Instant start = Instant.now();
    try {
      running.part().prepare();
      ManagedProcess process = launch(running);
      var _ = process.onExit().thenAcceptAsync(code -> ended(running, process, code), threads);
      process.awaitHealthy(() -> isStopping() || running.part().healthy(), START_LIMIT);
      if (!isStopping()) {
        running.become("healthy");
        writeState();
        progress.line("%s is back after %s".formatted(running.part().name(), seconds(start)));
      }
    } catch (InfrastructureException failure) {
      progress.line(String.valueOf(failure.getMessage()));
      // One that hangs is ended, so that the next attempt follows.
      running.process().filter(ManagedProcess::alive).ifPresent(ManagedProcess::kill);
    } catch (Refusal ending) {
      // The stack is stopping.
    }
  }

  private void stop(Part.Tier tier) {
    Semaphore training = new Semaphore(TRAINING_AT_ONCE);
    CompletableFuture<?>[] ends =
        parts.values().stream()
            .filter(running -> running.part().tier() == tier)
            .map(running -> CompletableFuture.runAsync(() -> stop(running, training), threads))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ends).join();
  }

  private void stop(RunningPart running, Semaphore training) {
    Optional<ManagedProcess> process = running.process().filter(ManagedProcess::alive);
    if (process.isEmpty()) {
      return;
    }
    boolean trains = running.cached().map(StartupCache.Cached::trains).orElse(false);
    if (trains && startFailed() && running.part().tier() != Part.Tier.INFRASTRUCTURE) {
      // It has done nothing yet that an orderly end would save, and its cache would be half of one.
      process.get().kill();
      return;
    }
    if (trains) {
      training.acquireUninterruptibly();
    }
    try {
      boolean clean = process.get().stop(trains ? TRAINING_STOP_LIMIT : STOP_LIMIT);
      running.cached().ifPresent(caches::collect);
      progress.line(
          running.part().name() + (clean ? " stopped" : " did not stop in time and was ended"));
    } finally {
      if (trains) {
        training.release();
      }
    }
  }

  private void announceTraining() {
    boolean trains =
        !startFailed()
            && parts.values().stream()
                .anyMatch(
                    running -> running.cached().map(StartupCache.Cached::trains).orElse(false));
    progress.line(
        trains
            ? "stopping; this once it writes start-up caches, which takes a minute or two"
            : "stopping");
  }

  private void awaitStopped() {
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean startFailed() {
    return failed;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  private synchronized void become(String next) {
    status = next;
    writeState();
  }

  private synchronized void writeState() {
    List<StackState.PartState> running =
        parts.values().stream().map(RunningPart::state).flatMap(Optional::stream).toList();
    new StackState(status, url, ProcessIdentity.current(), running).write(data.state());
  }

  private static String firstFailure(CompletionException failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Arrays.stream(String.valueOf(cause.getMessage()).split("\n", -1)).findFirst().orElse("");
  }

  private static String seconds(Instant start) {
    return String.format(
        Locale.ROOT, "%.1f s", Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }
}
