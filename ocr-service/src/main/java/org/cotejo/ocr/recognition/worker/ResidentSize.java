package org.cotejo.ocr.recognition.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory a process has now, shared libraries included. */
final class ResidentSize {
  private static final String FIELD = "VmRSS:";

  private ResidentSize() {}

  /** Bytes; empty where the system does not tell, or when the process is gone. */
  static OptionalLong of(long processId) {
    Path status = Path.of("/proc", Long.toString(processId), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(FIELD))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException _) {
      return OptionalLong.empty();
    }
  }
}
