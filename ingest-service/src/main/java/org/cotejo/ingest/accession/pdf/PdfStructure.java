package org.cotejo.ingest.accession.pdf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.cotejo.ingest.accession.BrokenScan;
import org.cotejo.ingest.accession.ScanInspection;
import org.cotejo.ingest.accession.ScanLimits;

/**
 * Reads the structure of one PDF and says on standard output what it found; a program of its own,
 * which {@link PdfBoxPages} starts. No bound inside a process holds against a PDF made to exhaust
 * its reader (object streams that unpack to gigabytes, arrays of millions); a bound around one
 * does.
 */
public final class PdfStructure {
  /** Begins the line with the number of pages. */
  static final String PAGES = "pages ";

  /** Begins the line with the code of a fault; its explanation stands on the next. */
  static final String BROKEN = "broken ";

  /** Pages are rendered at 300 dots an inch; PDF measures in points, 72 an inch. */
  private static final double PIXELS_PER_POINT = 300.0 / 72.0;

  private PdfStructure() {}

  /** Arguments: file, greatest number of pages, pixels of a page, pixels of a side. */
  public static void main(String[] arguments) {
    ScanLimits limits =
        new ScanLimits(
            Long.MAX_VALUE,
            1,
            Integer.parseInt(arguments[1]),
            Long.parseLong(arguments[2]),
            Integer.parseInt(arguments[3]),
            0,
            0);
    PrintStream answer = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      answer.println(PAGES + count(Path.of(arguments[0]), limits));
    } catch (BrokenScan broken) {
      answer.println(BROKEN + broken.code());
      answer.println(broken.explanation());
    }
  }

  private static int count(Path file, ScanLimits limits) throws BrokenScan {
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
      if (document.isEncrypted()) {
        throw new BrokenScan("scan.encrypted", "The PDF is encrypted; submit it without.");
      }
      return count(document, limits);
    } catch (InvalidPasswordException encrypted) {
      throw new BrokenScan("scan.encrypted", "The PDF is encrypted; submit it without.");
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      throw new BrokenScan("scan.damaged", "The PDF cannot be opened: it is damaged or cut off.");
    }
  }

  /** Counts the pages that are there, not those that the document says it has. */
  private static int count(PDDocument document, ScanLimits limits) throws BrokenScan {
    int number = 0;
    for (PDPage page : document.getPages()) {
      number++;
      if (number > limits.pages()) {
        throw new BrokenScan(
            "scan.too-many-pages", "The file has more than " + limits.pages() + " pages.");
      }
      ScanInspection.checkSize(
          Math.round(page.getCropBox().getWidth() * PIXELS_PER_POINT * page.getUserUnit()),
          Math.round(page.getCropBox().getHeight() * PIXELS_PER_POINT * page.getUserUnit()),
          number,
          limits);
    }
    if (number == 0) {
      throw new BrokenScan("scan.no-pages", "The PDF has no page.");
    }
    return number;
  }
}
