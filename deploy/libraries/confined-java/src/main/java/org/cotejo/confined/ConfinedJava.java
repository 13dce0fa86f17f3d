package org.cotejo.confined;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A Java program that reads what strangers have made, in a process with a small heap that is ended
 * when it takes too much. No bound inside a process holds against a file made to exhaust its
 * reader; one around it does, and the service goes on.
 *
 * <p>The program is a class with a {@code main} of the caller's own class path. It says what it
 * found on standard output; standard error is thrown away.
 */
public final class ConfinedJava {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final String program;
  private final String classPath;
  private final ConfinedLimits limits;

  /**
   * A program.
   *
   * @param program has the main method
   * @param needed a class of each library that it needs; their jars and its own make the class path
   * @throws IllegalStateException when nobody knows where one of them comes from
   */
  public ConfinedJava(Class<?> program, List<Class<?>> needed, ConfinedLimits limits) {
    this.program = program.getName();
    this.limits = limits;
    Set<String> places = new LinkedHashSet<>();
    places.add(place(program));
    needed.forEach(each -> places.add(place(each)));
    classPath = String.join(File.pathSeparator, places);
  }

  /** Why a process was ended. */
  private enum End {
    PROCESSOR_TIME,
    WALL_TIME
  }

  /**
   * Runs the program and waits for its end.
   *
   * @throws IOException when it cannot be started, or the machine was too busy to let it end in
   *     time
   */
  public Outcome run(List<String> arguments) throws IOException {
    Process process =
        new ProcessBuilder(command(arguments))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    AtomicReference<@Nullable End> ended = new AtomicReference<>();
    Thread watch = Thread.ofVirtual().start(() -> watch(process, ended));
    try {
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readNBytes(limits.outputBytes() + 1);
      if (output.length > limits.outputBytes()) {
        return new Outcome.Exhausted(Outcome.Limit.OUTPUT);
      }
      int status = process.waitFor();
      return outcome(status, output, ended.get());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      process.destroyForcibly();
      watch.interrupt();
    }
  }

  private Outcome outcome(int status, byte[] output, @Nullable End ended) throws IOException {
    if (ended == End.WALL_TIME) {
      throw new IOException("no answer within " + limits.wallTime());
    }
    if (ended == End.PROCESSOR_TIME) {
      return new Outcome.Exhausted(Outcome.Limit.PROCESSOR_TIME);
    }
    return status == 0
        ? new Outcome.Answered(new String(output, StandardCharsets.UTF_8))
        : new Outcome.Exhausted(Outcome.Limit.MEMORY);
  }

  private void watch(Process process, AtomicReference<@Nullable End> ended) {
    long end = System.nanoTime() + limits.wallTime().toNanos();
    try {
      while (!process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
        if (used.compareTo(limits.processorTime()) > 0) {
          ended.set(End.PROCESSOR_TIME);
        } else if (System.nanoTime() > end) {
          ended.set(End.WALL_TIME);
        }
        if (ended.get() != null) {
          // The process alone: its output is being read.
          process.toHandle().destroyForcibly();
          return;
        }
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMebibytes() + "m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            classPath,
            program));
    command.addAll(arguments);
    return command;
  }

  private static String place(Class<?> of) {
    CodeSource source = of.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("no one knows where " + of.getName() + " comes from");
    }
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException invalid) {
      throw new IllegalStateException(invalid);
    }
  }
}
