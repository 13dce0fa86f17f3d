package org.cotejo.local.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.stack.Leftovers;
import org.cotejo.local.launcher.stack.StackState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a stack; returns when no process of it is left. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops the local stack of a data folder.")
final class DownCommand implements Callable<Integer> {
  /** Long enough for all services to write their start-up caches after a first run. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final Duration POLL = Duration.ofMillis(200);

  @Mixin private DataOption data;
  @Spec private CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    DataFolder folder = data.folder();
    if (!Files.isDirectory(folder.root())) {
      throw new Refusal("there is no data folder " + folder.root());
    }
    Optional<StackState> state = StackState.read(folder.state());
    Optional<ProcessHandle> launcher = state.flatMap(one -> one.launcher().find());
    if (launcher.isPresent()) {
      stop(state.get(), launcher.get());
    }
    int left = StackState.read(folder.state()).map(one -> Leftovers.stop(one, this::say)).orElse(0);
    removeState(folder);
    say(launcher.isPresent() || left > 0 ? "stopped" : "nothing is running on " + folder.root());
    return 0;
  }

  private void stop(StackState state, ProcessHandle launcher) throws InterruptedException {
    say("stopping " + state.url() + " (launcher: process " + launcher.pid() + ")");
    launcher.destroy();
    long end = System.nanoTime() + LIMIT.toNanos();
    Set<String> told = new HashSet<>();
    while (launcher.isAlive()) {
      tellStopped(state, told);
      if (System.nanoTime() > end) {
        say("the launcher does not end by itself and is ended");
        launcher.destroyForcibly();
      }
      awaitEnd(launcher);
    }
    tellStopped(state, told);
  }

  private static void awaitEnd(ProcessHandle launcher) throws InterruptedException {
    try {
      launcher.onExit().get(POLL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      // Asked again.
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void tellStopped(StackState state, Set<String> told) {
    for (StackState.PartState part : state.parts()) {
      if (part.process().find().isEmpty() && told.add(part.name())) {
        say(part.name() + " stopped");
      }
    }
  }

  private static void removeState(DataFolder folder) {
    try {
      Files.deleteIfExists(folder.state());
    } catch (IOException failure) {
      throw new Refusal(folder.state() + " cannot be removed", failure);
    }
  }

  private void say(String message) {
    PrintWriter out = command.commandLine().getOut();
    out.println(message);
    out.flush();
  }
}
