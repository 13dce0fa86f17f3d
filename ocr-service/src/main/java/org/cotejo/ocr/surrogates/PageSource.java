package org.cotejo.ocr.surrogates;

import java.nio.file.Path;

/** Opens originals of one or more formats; the port that each reader of a format stands behind. */
public interface PageSource {
  /**
   * Opens a file without decoding any page.
   *
   * @throws PageFailure when no page of it can be had
   */
  OpenOriginal open(Path file);

  /** An original whose pages are read one at a time; not for several threads. */
  interface OpenOriginal extends AutoCloseable {
    /** Pages that the file really holds. */
    int pageCount();

    /**
     * Decodes a page, with the orientation that the file states applied.
     *
     * @param page of this original, from 1
     * @throws PageFailure when this page cannot be had; others may
     */
    PageImage page(int page);

    @Override
    void close();
  }
}
