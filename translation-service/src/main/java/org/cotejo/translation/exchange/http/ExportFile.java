package org.cotejo.translation.exchange.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cotejo.problems.Problem;
import org.cotejo.translation.exchange.Export;

/**
 * Writes an export into a temporary file before any of it is sent, so that one that fails halfway
 * is answered as a problem and not cut off.
 */
@ApplicationScoped
public class ExportFile {
  private final ExportLimits limits;
  private final Semaphore turns;

  @Inject
  public ExportFile(ExportLimits limits) {
    this.limits = limits;
    turns = new Semaphore(limits.parallel(), true);
  }

  /** The export outgrew its limit. */
  private static final class TooLarge extends IOException {}

  /** Counts what goes through. */
  private static final class Bounded extends FilterOutputStream {
    private long left;

    Bounded(OutputStream out, long bytes) {
      super(out);
      left = bytes;
    }

    @Override
    public void write(int value) throws IOException {
      take(1);
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      take(length);
      out.write(bytes, offset, length);
    }

    private void take(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }

  /**
   * The bytes of an export. Their file has no name any more: it goes when the stream is closed, or
   * with the process.
   *
   * @throws Problem 422 when it grows too large, 503 when too many others are being written
   */
  public InputStream of(Export export) {
    takeTurn();
    try {
      return written(export);
    } finally {
      turns.release();
    }
  }

  private InputStream written(Export export) {
    try {
      Path file = Files.createTempFile("cotejo-export", null);
      try {
        write(export, file);
        return Files.newInputStream(file);
      } finally {
        Files.delete(file);
      }
    } catch (TooLarge failure) {
      throw tooLarge(limits);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The refusal of an export that outgrows its limit. */
  public static Problem tooLarge(ExportLimits limits) {
    return Problem.of(
        422,
        "export.too-large",
        "Too large",
        "An export has at most " + limits.bytes() + " bytes; fetch the pages one by one.");
  }

  private void takeTurn() {
    try {
      if (turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw Problem.of(503, "export.busy", "Try again later", "Too many texts are written now.");
  }

  private void write(Export export, Path file) throws IOException {
    try (OutputStream out =
        new Bounded(new BufferedOutputStream(Files.newOutputStream(file)), limits.bytes())) {
      export.to(out);
    }
  }
}
