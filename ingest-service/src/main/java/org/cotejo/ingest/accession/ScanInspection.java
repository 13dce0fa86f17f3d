package org.cotejo.ingest.accession;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at a scan without decoding an image: format, pages, sizes, and whether it is all there. */
public final class ScanInspection {
  private final PdfPages pdf;
  private final ScanLimits limits;

  public ScanInspection(PdfPages pdf, ScanLimits limits) {
    this.pdf = pdf;
    this.limits = limits;
  }

  /**
   * What a scan is.
   *
   * @param format by content
   * @param pageCount at least 1
   */
  public record Inspected(ScanFormat format, int pageCount) {}

  /**
   * Inspects a file.
   *
   * @throws BrokenScan when it cannot be taken
   * @throws IOException when the file cannot be read at all
   */
  public Inspected inspect(Path file) throws BrokenScan, IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw new BrokenScan("scan.empty", "The file is empty.");
    }
    if (size > limits.fileBytes()) {
      throw new BrokenScan(
          "scan.too-large",
          "The file has " + size + " bytes; at most " + limits.fileBytes() + " are taken.");
    }
    ScanFormat format =
        ScanFormat.of(start(file))
            .orElseThrow(
                () ->
                    new BrokenScan(
                        "scan.format-unknown",
                        "The content is not PDF, TIFF, JPEG or PNG, whatever the name says."));
    int pages =
        switch (format) {
          case PDF -> pdf.count(file, limits);
          case TIFF -> TiffPages.count(file, limits);
          case JPEG -> JpegHeader.check(file, limits);
          case PNG -> PngHeader.check(file, limits);
        };
    if (pages > limits.pages()) {
      throw new BrokenScan(
          "scan.too-many-pages",
          "The file has " + pages + " pages; at most " + limits.pages() + " are taken.");
    }
    return new Inspected(format, pages);
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(ScanFormat.SIGNATURE_BYTES);
    }
  }

  /** Refuses a page whose image would be too large to decode. */
  public static void checkSize(long width, long height, int page, ScanLimits limits)
      throws BrokenScan {
    if (width < 1 || height < 1) {
      throw new BrokenScan("scan.damaged", "Page " + page + " has no width or height.");
    }
    if (width > limits.sidePixels()
        || height > limits.sidePixels()
        || width * height > limits.pixels()) {
      throw new BrokenScan(
          "scan.too-many-pixels",
          "Page "
              + page
              + " has "
              + width
              + " x "
              + height
              + " pixels; at most "
              + limits.pixels()
              + " in all and "
              + limits.sidePixels()
              + " a side are taken.");
    }
  }
}
