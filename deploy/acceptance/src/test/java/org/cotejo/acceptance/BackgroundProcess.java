package org.cotejo.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the tests until it is closed; what it says goes to a file. */
final class BackgroundProcess implements AutoCloseable {
  private static final int SECONDS_TO_END = 20;

  private final Process process;

  private BackgroundProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a program in a folder.
   *
   * @param name of the file {@code NAME.log} in it
   */
  static BackgroundProcess start(Path folder, String name, String... command) throws IOException {
    return new BackgroundProcess(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start());
  }

  /** A port that nobody listened to a moment ago. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
