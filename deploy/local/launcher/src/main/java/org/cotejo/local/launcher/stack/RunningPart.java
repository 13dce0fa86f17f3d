package org.cotejo.local.launcher.stack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.cotejo.local.infrastructure.ManagedProcess;
import org.jspecify.annotations.Nullable;

/** A part with the process that it has at the moment. */
final class RunningPart {
  private final Part part;
  private final Path log;
  private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
  private final RestartPolicy policy = new RestartPolicy();
  private @Nullable ManagedProcess process;
  private StartupCache.@Nullable Cached cached;
  private String status = "starting";
  private int restarts;

  RunningPart(Part part, Path log) {
    this.part = part;
    this.log = log;
  }

  Part part() {
    return part;
  }

  Path log() {
    return log;
  }

  /** Completes when it is healthy for the first time, or with what made the start fail. */
  CompletableFuture<@Nullable Void> ready() {
    return ready;
  }

  RestartPolicy policy() {
    return policy;
  }

  synchronized void launched(ManagedProcess started, StartupCache.@Nullable Cached withCache) {
    process = started;
    cached = withCache;
  }

  synchronized Optional<ManagedProcess> process() {
    return Optional.ofNullable(process);
  }

  synchronized Optional<StartupCache.Cached> cached() {
    return Optional.ofNullable(cached);
  }

  synchronized void become(String next) {
    status = next;
  }

  synchronized void countRestart() {
    restarts++;
    status = "restarting";
  }

  synchronized int restarts() {
    return restarts;
  }

  synchronized Optional<StackState.PartState> state() {
    return Optional.ofNullable(process)
        .map(
            running ->
                new StackState.PartState(
                    part.name(),
                    part.tier(),
                    part.port(),
                    status,
                    ProcessIdentity.of(running.pid()),
                    restarts,
                    log.toString()));
  }
}
