package org.cotejo.local.launcher.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Processes of a launcher that was killed: nobody else knows of them. */
public final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Leftovers() {}

  /**
   * Stops those parts of a state that still run, in order, by their numbers.
   *
   * @param progress told of each
   * @return how many there were
   */
  public static int stop(StackState state, Consumer<String> progress) {
    List<StackState.PartState> alive = alive(state);
    for (Part.Tier tier : Part.Tier.values()) {
      alive.parallelStream()
          .filter(part -> part.tier() == tier)
          .forEach(
              part -> {
                part.process().find().ifPresent(Leftovers::stop);
                progress.accept(
                    "stopped " + part.name() + ", left over from a launcher that was killed");
              });
    }
    return alive.size();
  }

  /** The parts of a state that still run. */
  public static List<StackState.PartState> alive(StackState state) {
    return state.parts().stream().filter(part -> part.process().find().isPresent()).toList();
  }

  private static void stop(ProcessHandle handle) {
    handle.destroy();
    try {
      handle.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      // Its own children first: a JVM that writes a start-up cache does so in another process.
      handle.descendants().forEach(ProcessHandle::destroyForcibly);
      handle.destroyForcibly();
      handle.onExit().join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
