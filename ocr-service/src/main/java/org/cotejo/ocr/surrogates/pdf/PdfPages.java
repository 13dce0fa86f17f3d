package org.cotejo.ocr.surrogates.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.PageImage;
import org.cotejo.ocr.surrogates.PageSource;
import org.cotejo.ocr.surrogates.SurrogateLimits;
import org.cotejo.ocr.surrogates.TextLayer;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a PDF, drawn by PDFBox.
 *
 * <p>A sheet larger than the pixel limit allows is drawn at a lower resolution; an image inside a
 * page that is larger than the limit refuses the page before it is decoded.
 */
public final class PdfPages implements PageSource {
  /** Changes when other words or places are found for the same file. */
  public static final String TEXT_LAYER_VERSION = "1";

  private static final double POINTS_PER_INCH = 72.0;

  /** An image as large as this is a scan of a page, or hides one. */
  private static final long SCAN_PIXELS = 1_000_000;

  /** Below this nothing can be read; a sheet that would need less is refused. */
  private static final int LEAST_DPI = 100;

  /** Forms within forms; deeper ones are drawn, but their images are not checked beforehand. */
  private static final int MAXIMUM_FORM_DEPTH = 4;

  private final SurrogateLimits limits;
  private final Runnable step;

  public PdfPages(SurrogateLimits limits) {
    this(limits, () -> {});
  }

  /**
   * A reader.
   *
   * @param step is run with each operator of a page that is drawn
   */
  public PdfPages(SurrogateLimits limits, Runnable step) {
    this.limits = limits;
    this.step = step;
  }

  @Override
  public OpenOriginal open(Path file) {
    try {
      PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
      return new OpenPdf(document, new InterruptibleRenderer(document, step), limits);
    } catch (InvalidPasswordException locked) {
      throw new PageFailure(
          "surrogates.original-encrypted", "The PDF is protected by a password.", locked);
    } catch (IOException | RuntimeException failure) {
      throw new PageFailure("surrogates.original-unreadable", "The PDF cannot be opened.", failure);
    }
  }

  private record OpenPdf(PDDocument document, PDFRenderer renderer, SurrogateLimits limits)
      implements OpenOriginal {

    @Override
    public int pageCount() {
      return document.getNumberOfPages();
    }

    @Override
    public PageImage page(int page) {
      try {
        PDPage sheet = document.getPage(page - 1);
        long largest = requireAllowedImages(sheet.getResources(), 0);
        int resolution = resolutionFor(sheet);
        BufferedImage drawn = renderer.renderImageWithDPI(page - 1, resolution, ImageType.RGB);
        return new PageImage(drawn, resolution, text(page, drawn, resolution, largest));
      } catch (PageFailure known) {
        throw known;
      } catch (IOException | RuntimeException | StackOverflowError failure) {
        throw new PageFailure(
            "surrogates.page-unreadable", "The page of the PDF cannot be drawn.", failure);
      }
    }

    private TextLayer text(int page, BufferedImage drawn, int resolution, long largestImage) {
      try {
        PdfText.Found found = PdfText.of(document, page, resolution / POINTS_PER_INCH);
        if (found.paragraphs().isEmpty()) {
          return TextLayer.NONE;
        }
        boolean scanned = found.mostlyHidden() || largestImage >= SCAN_PIXELS;
        InkCoverage coverage = InkCoverage.of(drawn, found.places());
        return new TextLayer(
            found.paragraphs(), scanned, coverage.inkOutside(), coverage.wordsOnInk());
      } catch (IOException | RuntimeException | StackOverflowError damaged) {
        // The page was drawn: it is read as any other.
        return TextLayer.NONE;
      }
    }

    private int resolutionFor(PDPage sheet) {
      PDRectangle box = sheet.getCropBox();
      double scale = Math.max(sheet.getUserUnit(), 1f);
      double squareInches =
          box.getWidth() * scale / POINTS_PER_INCH * box.getHeight() * scale / POINTS_PER_INCH;
      double allowed = Math.sqrt(limits.maximumPagePixels() / Math.max(squareInches, 1e-6));
      if (!(allowed >= LEAST_DPI)) {
        throw new PageFailure(
            "surrogates.page-too-large",
            "The sheet is too large to be drawn at %d dpi.".formatted(LEAST_DPI));
      }
      return (int) Math.min(limits.renderingDpi(), Math.floor(allowed));
    }

    /** Pixels of the largest image. */
    private long requireAllowedImages(@Nullable PDResources resources, int depth)
        throws IOException {
      if (resources == null || depth > MAXIMUM_FORM_DEPTH) {
        return 0;
      }
      long largest = 0;
      for (COSName name : resources.getXObjectNames()) {
        PDXObject object = resources.getXObject(name);
        if (object instanceof PDImageXObject image) {
          limits.requireAllowed(image.getWidth(), image.getHeight());
          largest = Math.max(largest, (long) image.getWidth() * image.getHeight());
        } else if (object instanceof PDFormXObject form) {
          largest = Math.max(largest, requireAllowedImages(form.getResources(), depth + 1));
        }
      }
      return largest;
    }

    @Override
    public void close() {
      try {
        document.close();
      } catch (IOException _) {
        // Nothing was written to it.
      }
    }
  }
}
