package org.cotejo.translation.exchange.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.problems.Problem;
import org.cotejo.translation.exchange.Export;
import org.junit.jupiter.api.Test;

class ExportFileTest {
  /** Narrow limits: ten bytes, one at a time, no patience. */
  private record Narrow() implements ExportLimits {
    @Override
    public int pages() {
      return 2;
    }

    @Override
    public long bytes() {
      return 10;
    }

    @Override
    public long imageBytes() {
      return 10;
    }

    @Override
    public int parallel() {
      return 1;
    }

    @Override
    public Duration patience() {
      return Duration.ofMillis(1);
    }
  }

  private final ExportFile files = new ExportFile(new Narrow());

  @Test
  void exportIsReadFromItsFile() throws IOException {
    // When
    try (InputStream content = files.of(out -> out.write(new byte[10]))) {
      // Then
      assertEquals(10, content.readAllBytes().length);
    }
  }

  @Test
  void exportThatGrowsTooLargeIsRefusedAndFreesItsTurn() throws IOException {
    // When
    Problem problem = assertThrows(Problem.class, () -> files.of(out -> out.write(new byte[11])));
    // Then
    assertEquals("export.too-large", problem.code());
    exportIsReadFromItsFile();
  }

  @Test
  void exportThatFindsNoTurnIsRefused() throws Exception {
    // Given
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    Export slow =
        out -> {
          writing.countDown();
          try {
            free.await();
          } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
          }
        };
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<InputStream> first = other.submit(() -> files.of(slow));
      writing.await();
      // When
      Problem problem = assertThrows(Problem.class, () -> files.of(slow));
      // Then
      assertEquals("export.busy", problem.code());
      free.countDown();
      first.get().close();
    }
  }
}
