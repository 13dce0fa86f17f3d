package org.cotejo.local.launcher.stack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cotejo.local.infrastructure.ProcessSpec;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With small shell programs as parts: what is shown is order, restarts and a clean end. */
@Timeout(60)
class StackTest {
  private static final String RUN = "echo started >> %s; exec sleep 600";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Stack stack;

  /** Healthy as soon as it has written its file. */
  private record ShellPart(String name, Tier tier, Set<String> needs, String script, Path file)
      implements Part {
    @Override
    public int port() {
      return 1;
    }

    @Override
    public void prepare() {}

    @Override
    public ProcessSpec process() {
      return new ProcessSpec(
          name, List.of("sh", "-c", script.formatted(file)), Map.of(), file.getParent());
    }

    @Override
    public boolean healthy() {
      return Files.exists(file);
    }
  }

  @AfterEach
  void stop() {
    if (stack != null) {
      stack.stop();
    }
  }

  @Test
  void startsAPartWhenWhatItNeedsIsHealthy() {
    // Given
    stack =
        stack(
            part("gateway", Part.Tier.GATEWAY, Set.of("service")),
            part("service", Part.Tier.SERVICE, Set.of("store")),
            part("store", Part.Tier.INFRASTRUCTURE, Set.of()));
    // When
    stack.start();
    // Then
    assertEquals(List.of("store", "service", "gateway"), firstWords(" ready "));
    assertEquals("ready", state().status());
  }

  @Test
  void endsThoseFirstThatUseOthers() {
    // Given
    stack =
        stack(
            part("store", Part.Tier.INFRASTRUCTURE, Set.of()),
            part("service", Part.Tier.SERVICE, Set.of()),
            part("gateway", Part.Tier.GATEWAY, Set.of()));
    stack.start();
    StackState before = state();
    // When
    stack.stop();
    // Then
    assertEquals(List.of("gateway", "service", "store"), firstWords(" stopped"));
    assertTrue(before.parts().stream().allMatch(part -> part.process().find().isEmpty()));
  }

  @Test
  void leavesNothingRunningWhenAPartCannotStart() {
    // Given
    Part broken =
        new ShellPart(
            "broken", Part.Tier.SERVICE, Set.of("store"), "exit 3", folder.resolve("never"));
    stack = stack(part("store", Part.Tier.INFRASTRUCTURE, Set.of()), broken);
    // When
    Refusal refusal = assertThrows(Refusal.class, stack::start);
    // Then
    assertTrue(
        String.valueOf(refusal.getMessage()).startsWith("broken ended with code 3; its log is"),
        refusal.getMessage());
    assertTrue(state().parts().stream().allMatch(part -> part.process().find().isEmpty()));
  }

  @Test
  void startsAgainAPartThatWasKilled() throws Exception {
    // Given
    stack = stack(part("service", Part.Tier.SERVICE, Set.of()));
    stack.start();
    ProcessIdentity first = state().parts().getFirst().process();
    // When
    first.find().orElseThrow().destroyForcibly();
    // Then
    await()
        .atMost(LIMIT)
        .until(() -> state().parts().getFirst().status().equals("healthy") && told("is back"));
    StackState.PartState part = state().parts().getFirst();
    assertEquals(1, part.restarts());
    assertTrue(part.process().find().isPresent() && part.process().pid() != first.pid());
    assertEquals(2, Files.readAllLines(folder.resolve("service.started")).size());
  }

  @Test
  void stopsWhatAKilledLauncherLeft() {
    // Given
    stack = stack(part("service", Part.Tier.SERVICE, Set.of()));
    stack.start();
    StackState.PartState running = state().parts().getFirst();
    StackState.PartState reused =
        new StackState.PartState(
            "other",
            Part.Tier.SERVICE,
            1,
            "healthy",
            new ProcessIdentity(ProcessHandle.current().pid(), "2001-01-01T00:00:00Z"),
            0,
            "");
    StackState left =
        new StackState("ready", "", ProcessIdentity.current(), List.of(running, reused));
    // When
    int stopped = Leftovers.stop(left, told::add);
    // Then
    assertEquals(1, stopped, "a later process with the same number is somebody else's");
    assertTrue(running.process().find().isEmpty());
  }

  private Part part(String name, Part.Tier tier, Set<String> needs) {
    return new ShellPart(name, tier, needs, RUN, folder.resolve(name + ".started"));
  }

  private Stack stack(Part... parts) {
    DataFolder data = new DataFolder(folder.resolve("data"));
    return new Stack(
        List.of(parts),
        data,
        "http://127.0.0.1:1",
        new StartupCache(folder.resolve("aot")),
        told::add);
  }

  private StackState state() {
    return StackState.read(new DataFolder(folder.resolve("data")).state()).orElseThrow();
  }

  private boolean told(String words) {
    return told.stream().anyMatch(line -> line.contains(words));
  }

  private List<String> firstWords(String marker) {
    return told.stream()
        .filter(line -> line.contains(marker))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }
}
