package org.cotejo.ingest.accession;

import java.nio.file.Path;

/** Knows how many pages a PDF has, without rendering any. */
@FunctionalInterface
public interface PdfPages {
  /**
   * Opens a PDF and checks the size of each page as it would be rendered.
   *
   * @return number of pages
   * @throws BrokenScan when it is damaged, encrypted, empty or beyond the limits
   */
  int count(Path file, ScanLimits limits) throws BrokenScan;
}
