package org.cotejo.local.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cotejo.local.launcher.Refusal;

/**
 * What this machine has left.
 *
 * @param memoryBytes that programs could take now; empty where the system does not tell
 * @param diskBytes free where the data folder is
 */
public record Machine(OptionalLong memoryBytes, long diskBytes) {
  private static final long GIGABYTE = 1L << 30;

  /** The stack's processes together stay below this. */
  private static final long MEMORY_NEEDED_BYTES = 3 * GIGABYTE;

  /** Kafka's and Elasticsearch's first files, page images, and room below Elasticsearch's marks. */
  private static final long DISK_NEEDED_BYTES = 2 * GIGABYTE;

  private static final Path MEMORY = Path.of("/proc/meminfo");

  /** Measures. */
  public static Machine measure(Path folder) {
    try {
      Path existing = folder.toAbsolutePath();
      while (existing.getParent() != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      return new Machine(availableMemory(), Files.getFileStore(existing).getUsableSpace());
    } catch (IOException failure) {
      throw new Refusal("the free space of " + folder + " cannot be found out", failure);
    }
  }

  /**
   * Looks whether a stack can run.
   *
   * @throws Refusal when it cannot
   */
  public void check() {
    if (diskBytes < DISK_NEEDED_BYTES) {
      throw new Refusal(
          "the local stack needs 2 GB of free disk space, and the data folder's disk has "
              + gigabytes(diskBytes));
    }
    if (memoryBytes.isPresent() && memoryBytes.getAsLong() < MEMORY_NEEDED_BYTES) {
      throw new Refusal(
          "the local stack needs 3 GB of available memory, and this machine has "
              + gigabytes(memoryBytes.getAsLong()));
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGABYTE);
  }

  private static OptionalLong availableMemory() throws IOException {
    if (!Files.isReadable(MEMORY)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(MEMORY)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    }
  }
}
