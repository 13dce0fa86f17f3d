package org.cotejo.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the repository as a person runs it: command line, exit code, both outputs. */
record Program(int exitCode, String output, String errors) {

  static final Path ROOT =
      Path.of(System.getProperty("cotejo.root", "../..")).toAbsolutePath().normalize();

  static Program run(
      Duration limit, Map<String, String> environment, String script, List<String> arguments) {
    try {
      Path output = Files.createTempFile("out-", ".txt");
      Path errors = Files.createTempFile("err-", ".txt");
      List<String> command = new ArrayList<>(List.of(ROOT.resolve(script).toString()));
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroyForcibly();
        throw new AssertionError(
            script
                + " "
                + arguments
                + " took longer than "
                + limit
                + "\n"
                + Files.readString(errors));
      }
      return new Program(process.exitValue(), read(output), read(errors));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }

  Program succeeded() {
    if (exitCode != 0) {
      throw new AssertionError("exit code " + exitCode + "\n" + output + errors);
    }
    return this;
  }

  String lastLine() {
    return output.lines().toList().getLast();
  }
}
