package org.cotejo.ocr.surrogates;

/** Turns a page upright, straightens its lines and writes the files that are kept of it. */
public interface PageFinisher {
  /**
   * The finished files of a page; equal pages give equal bytes.
   *
   * @throws PageFailure when the page cannot be worked on
   */
  FinishedPage finish(PageImage page);
}
