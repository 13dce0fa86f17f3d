package org.cotejo.operations;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A program that the tests need from the system. */
record Program(Path path) {

  /**
   * Finds a program on the PATH.
   *
   * @param from where to get it, for the message of the failure
   */
  static Program named(String name, String from) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Program::new)
        .orElseThrow(() -> new AssertionError(name + " is not on the PATH; " + from));
  }

  /** What it printed, and how it ended. */
  record Outcome(int status, String output) {}

  /** Runs it with nothing on its input. */
  Outcome run(Path folder, String... arguments) {
    try {
      Process process =
          new ProcessBuilder(
                  Stream.concat(Stream.of(path.toString()), Stream.of(arguments)).toList())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes());
      return new Outcome(process.waitFor(), output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static Program promtool() {
    return named("promtool", "Debian's package prometheus has it");
  }

  static Program kubectl() {
    return named("kubectl", "Debian's package kubernetes-client has it");
  }
}
