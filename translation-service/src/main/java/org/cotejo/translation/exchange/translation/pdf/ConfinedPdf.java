package org.cotejo.translation.exchange.translation.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import org.cotejo.translation.exchange.translation.SuppliedTranslation;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.jboss.logging.Logger;

/**
 * Reads the text of a PDF in a process with bounds: one made to exhaust its reader exhausts that
 * one.
 */
public final class ConfinedPdf implements SuppliedTranslation.PdfTexts {
  /** UTF-8 has at most three bytes for what Java counts as a character. */
  private static final int BYTES_PER_CHARACTER = 3;

  /** What reading needs; their jars make the class path. */
  private static final List<Class<?>> NEEDED =
      List.of(
          PDDocument.class,
          RandomAccessRead.class,
          BoundingBox.class,
          LogFactory.class,
          Logger.class);

  private final ConfinedJava program;
  private final int pages;
  private final Semaphore places;

  /**
   * A reader.
   *
   * @param heapMebibytes of the process
   * @param processorTime of the process
   * @param wallTime for a machine that is too busy to give even that
   * @param characters of a text
   * @param pages of a file
   * @param parallel processes at once
   */
  public ConfinedPdf(
      int heapMebibytes,
      Duration processorTime,
      Duration wallTime,
      int characters,
      int pages,
      int parallel) {
    program =
        new ConfinedJava(
            PdfText.class,
            NEEDED,
            new ConfinedLimits(
                heapMebibytes, processorTime, wallTime, BYTES_PER_CHARACTER * characters));
    this.pages = pages;
    places = new Semaphore(parallel);
  }

  @Override
  public String of(byte[] pdf) {
    places.acquireUninterruptibly();
    try {
      Path file = Files.createTempFile("cotejo-translation", ".pdf");
      try {
        Files.write(file, pdf);
        return text(program.run(List.of(file.toString(), Integer.toString(pages))));
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("a PDF could not be looked at", failure);
    } finally {
      places.release();
    }
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Exhausted(Outcome.Limit limit) -> throw exhausted(limit);
      case Outcome.Answered answered -> text(answered.text());
    };
  }

  private static BrokenTranslation exhausted(Outcome.Limit limit) {
    return switch (limit) {
      case OUTPUT ->
          new BrokenTranslation("translation.too-long", "The PDF has more text than is taken.");
      case MEMORY, PROCESSOR_TIME ->
          new BrokenTranslation(
              "translation.too-complex",
              "The PDF takes more memory or time to read than any text needs.");
    };
  }

  private static String text(String answer) {
    int end = answer.indexOf('\n');
    String first = end < 0 ? answer : answer.substring(0, end);
    if (first.equals(PdfText.TEXT)) {
      return answer.substring(end + 1);
    }
    String fault = first.startsWith(PdfText.BROKEN) ? first.substring(PdfText.BROKEN.length()) : "";
    int space = fault.indexOf(' ');
    throw space < 0
        ? new BrokenTranslation("translation.damaged", "The PDF cannot be read.")
        : new BrokenTranslation(fault.substring(0, space), fault.substring(space + 1));
  }
}
