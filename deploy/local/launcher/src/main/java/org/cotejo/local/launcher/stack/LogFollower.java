package org.cotejo.local.launcher.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows what is written to log files from now on, each line with the name of its part. */
public final class LogFollower implements AutoCloseable {
  private static final long POLL_MS = 200;
  private static final int READ_LIMIT_BYTES = 1 << 16;

  private final Map<Path, Tail> tails = new LinkedHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("follow-logs").factory());

  /**
   * Begins to follow.
   *
   * @param logs files by name of the part; they need not exist yet
   * @param out takes the lines
   */
  public LogFollower(Map<String, Path> logs, Progress out) {
    logs.forEach((name, log) -> tails.put(log, new Tail(name, log, out)));
    var _ = timer.scheduleWithFixedDelay(this::poll, POLL_MS, POLL_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdown();
    poll();
  }

  private synchronized void poll() {
    tails.values().forEach(Tail::poll);
  }

  private static final class Tail {
    private final String name;
    private final Path log;
    private final Progress out;
    private long position;

    Tail(String name, Path log, Progress out) {
      this.name = name;
      this.log = log;
      this.out = out;
      this.position = size();
    }

    private void poll() {
      byte[] bytes = read();
      int end = lastLineEnd(bytes);
      if (end == 0) {
        return;
      }
      position += end;
      for (String line : new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          out.line("%-20s | %s".formatted(name, LogLine.readable(line)));
        }
      }
    }

    /** Only whole lines are shown, except one that is longer than what is read at once. */
    private static int lastLineEnd(byte[] bytes) {
      for (int end = bytes.length; end > 0; end--) {
        if (bytes[end - 1] == '\n') {
          return end;
        }
      }
      return bytes.length == READ_LIMIT_BYTES ? bytes.length : 0;
    }

    private byte[] read() {
      long size = size();
      if (size < position) {
        // The file was set aside for a new one.
        position = 0;
      }
      if (size == position) {
        return new byte[0];
      }
      try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
        byte[] bytes = new byte[(int) Math.min(size - position, READ_LIMIT_BYTES)];
        file.seek(position);
        file.readFully(bytes);
        return bytes;
      } catch (IOException failure) {
        return new byte[0];
      }
    }

    private long size() {
      try {
        return Files.exists(log) ? Files.size(log) : 0;
      } catch (IOException failure) {
        return 0;
      }
    }
  }
}
