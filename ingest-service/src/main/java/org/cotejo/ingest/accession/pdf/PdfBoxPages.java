package org.cotejo.ingest.accession.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cotejo.ingest.accession.BrokenScan;
import org.cotejo.ingest.accession.PdfPages;
import org.cotejo.ingest.accession.ScanLimits;
import org.jboss.logging.Logger;

/**
 * Counts pages with PDFBox, in a process with a small heap that is ended when it takes too long: a
 * PDF made to exhaust its reader exhausts that one, and this service goes on.
 */
@ApplicationScoped
public class PdfBoxPages implements PdfPages {
  /** The structure of 2,000 pages of text was read with a sixth of it. */
  private static final String HEAP = "-Xmx192m";

  /** Start and structure of 2,000 pages of text took a tenth of it on one core. */
  private static final Duration PROCESSOR_TIME = Duration.ofSeconds(4);

  /** For a machine that is too busy to give even that. */
  private static final Duration WALL_TIME = Duration.ofSeconds(60);

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /** What reading needs; their jars make the class path. */
  private static final List<Class<?>> NEEDED =
      List.of(
          PdfStructure.class,
          PDDocument.class,
          RandomAccessRead.class,
          BoundingBox.class,
          LogFactory.class,
          Logger.class);

  private final Semaphore places = new Semaphore(2);

  @Override
  public int count(Path file, ScanLimits limits) throws BrokenScan {
    places.acquireUninterruptibly();
    try {
      return answer(run(command(file, limits)), limits);
    } catch (IOException failure) {
      throw new UncheckedIOException("a PDF could not be looked at", failure);
    } finally {
      places.release();
    }
  }

  private static int answer(List<String> lines, ScanLimits limits) throws BrokenScan {
    String first = lines.isEmpty() ? "" : lines.getFirst();
    if (first.startsWith(PdfStructure.PAGES)) {
      return Math.min(
          limits.pages() + 1, Integer.parseInt(first.substring(PdfStructure.PAGES.length())));
    }
    if (first.startsWith(PdfStructure.BROKEN) && lines.size() > 1) {
      throw new BrokenScan(first.substring(PdfStructure.BROKEN.length()), lines.get(1));
    }
    throw tooMuch();
  }

  private static BrokenScan tooMuch() {
    return new BrokenScan(
        "scan.too-complex", "The PDF takes more memory or time to open than any scan needs.");
  }

  private static List<String> run(List<String> command) throws BrokenScan, IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().close();
      await(process);
      // Two short lines at most: they wait in the pipe until the process has ended.
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void await(Process process) throws BrokenScan, IOException {
    long end = System.nanoTime() + WALL_TIME.toNanos();
    try {
      while (!process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
        if (used.compareTo(PROCESSOR_TIME) > 0) {
          throw tooMuch();
        }
        if (System.nanoTime() > end) {
          throw new IOException("no answer within " + WALL_TIME);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static List<String> command(Path file, ScanLimits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP,
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            classPath(),
            PdfStructure.class.getName(),
            file.toString(),
            Integer.toString(limits.pages()),
            Long.toString(limits.pixels()),
            Integer.toString(limits.sidePixels())));
    return command;
  }

  private static String classPath() {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> needed : NEEDED) {
      CodeSource source = needed.getProtectionDomain().getCodeSource();
      if (source == null) {
        throw new IllegalStateException("no one knows where " + needed.getName() + " comes from");
      }
      try {
        places.add(Path.of(source.getLocation().toURI()).toString());
      } catch (URISyntaxException invalid) {
        throw new IllegalStateException(invalid);
      }
    }
    return String.join(File.pathSeparator, places);
  }
}
