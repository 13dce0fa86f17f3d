package org.cotejo.local.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cotejo.local.infrastructure.JavaCommand;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.stack.Programs;
import org.cotejo.local.launcher.stack.Progress;

/**
 * A launcher that goes on without the terminal; what it says until it is ready is shown here.
 *
 * @param tessdata passed on when it was given
 * @param flags passed on as they are
 */
record DetachedLauncher(DataFolder folder, int port, Optional<Path> tessdata, List<String> flags) {
  private static final long POLL_MS = 100;

  DetachedLauncher {
    flags = List.copyOf(flags);
  }

  /** Starts it and waits until it is ready or has ended; the exit code. */
  int start(Progress progress) throws InterruptedException {
    Path log = folder.log("launcher");
    Process process;
    long position;
    try {
      Files.createDirectories(folder.logs());
      Files.writeString(log, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      position = Files.size(log);
      process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
    } catch (IOException failure) {
      throw new Refusal("the launcher cannot be started: " + failure.getMessage(), failure);
    }
    // Ctrl-C before everything is ready ends what has been started.
    Thread giveUp = new Thread(() -> end(process), "give-up");
    Runtime.getRuntime().addShutdownHook(giveUp);
    int code = follow(process, log, position, progress);
    Runtime.getRuntime().removeShutdownHook(giveUp);
    return code;
  }

  private static int follow(Process process, Path log, long start, Progress progress)
      throws InterruptedException {
    long position = start;
    while (true) {
      boolean ended = process.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
      String text = readFrom(log, position);
      int end = text.lastIndexOf('\n') + 1;
      position += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
      for (String line : text.substring(0, end).lines().toList()) {
        progress.line(line);
        if (line.startsWith("ready ")) {
          return 0;
        }
      }
      if (ended) {
        return Math.max(1, process.exitValue());
      }
    }
  }

  private static String readFrom(Path log, long position) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[(int) (file.length() - position)];
      file.seek(position);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      return "";
    }
  }

  private static void end(Process process) {
    process.destroy();
    process.onExit().join();
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (Programs.onPath("setsid")) {
      command.add("setsid");
    } else if (Programs.onPath("nohup")) {
      command.add("nohup");
    }
    command.addAll(
        List.of(
            JavaCommand.path(),
            "-Xms16m",
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dcotejo.root=" + System.getProperty("cotejo.root", ""),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "up",
            "--behind",
            "--data",
            folder.root().toString(),
            "--port",
            Integer.toString(port)));
    tessdata.ifPresent(
        given -> command.addAll(List.of("--tessdata", given.toAbsolutePath().toString())));
    command.addAll(flags);
    return command;
  }
}
