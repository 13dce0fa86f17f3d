package org.cotejo.ingest.accession.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.cotejo.ingest.accession.BrokenScan;
import org.cotejo.ingest.accession.PdfPages;
import org.cotejo.ingest.accession.ScanInspection;
import org.cotejo.ingest.accession.ScanLimits;

/** Counts pages with PDFBox, on temporary files instead of the heap. */
@ApplicationScoped
public class PdfBoxPages implements PdfPages {
  /** Pages are rendered at 300 dots an inch; PDF measures in points, 72 an inch. */
  private static final double PIXELS_PER_POINT = 300.0 / 72.0;

  /** What PDFBox may unpack to disk while it reads the structure; a bomb ends here. */
  private static final long MAXIMUM_SCRATCH_BYTES = 256L * 1024 * 1024;

  @Override
  public int count(Path file, ScanLimits limits) throws BrokenScan {
    try (PDDocument document =
        Loader.loadPDF(
            file.toFile(),
            MemoryUsageSetting.setupTempFileOnly(MAXIMUM_SCRATCH_BYTES).streamCache)) {
      if (document.isEncrypted()) {
        throw new BrokenScan("scan.encrypted", "The PDF is encrypted; submit it without.");
      }
      int pages = document.getNumberOfPages();
      if (pages == 0) {
        throw new BrokenScan("scan.no-pages", "The PDF has no page.");
      }
      if (pages <= limits.pages()) {
        checkSizes(document, limits);
      }
      return pages;
    } catch (InvalidPasswordException encrypted) {
      throw new BrokenScan("scan.encrypted", "The PDF is encrypted; submit it without.");
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      throw new BrokenScan("scan.damaged", "The PDF cannot be opened: it is damaged or cut off.");
    }
  }

  private static void checkSizes(PDDocument document, ScanLimits limits) throws BrokenScan {
    int number = 0;
    for (PDPage page : document.getPages()) {
      number++;
      ScanInspection.checkSize(
          Math.round(page.getCropBox().getWidth() * PIXELS_PER_POINT * page.getUserUnit()),
          Math.round(page.getCropBox().getHeight() * PIXELS_PER_POINT * page.getUserUnit()),
          number,
          limits);
    }
  }
}
