package org.cotejo.ingest.accession.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cotejo.confined.ConfinedJava;
import org.cotejo.confined.ConfinedLimits;
import org.cotejo.confined.Outcome;
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
  private static final ConfinedLimits LIMITS =
      new ConfinedLimits(
          // The structure of 2,000 pages of text was read with a sixth of it.
          192,
          // Start and structure of 2,000 pages of text took a tenth of it on one core.
          Duration.ofSeconds(4),
          Duration.ofSeconds(60),
          // Two short lines.
          4096);

  /** What reading needs; their jars make the class path. */
  private static final List<Class<?>> NEEDED =
      List.of(
          PDDocument.class,
          RandomAccessRead.class,
          BoundingBox.class,
          LogFactory.class,
          Logger.class);

  private final Semaphore places = new Semaphore(2);
  private final ConfinedJava program = new ConfinedJava(PdfStructure.class, NEEDED, LIMITS);

  @Override
  public int count(Path file, ScanLimits limits) throws BrokenScan {
    places.acquireUninterruptibly();
    try {
      return switch (program.run(arguments(file, limits))) {
        case Outcome.Answered answered -> answer(answered.text().lines().toList(), limits);
        case Outcome.Exhausted _ -> throw tooMuch();
      };
    } catch (IOException failure) {
      throw new UncheckedIOException("a PDF could not be looked at", failure);
    } finally {
      places.release();
    }
  }

  private static List<String> arguments(Path file, ScanLimits limits) {
    return List.of(
        file.toString(),
        Integer.toString(limits.pages()),
        Long.toString(limits.pixels()),
        Integer.toString(limits.sidePixels()));
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
}
