package org.cotejo.ocr.surrogates;

/**
 * A file as it was submitted; it holds one page or many.
 *
 * @param ordinal place among the originals of its document, from 1
 * @param object where the file is
 * @param pageCount pages that ingest counted in it
 */
public record Original(int ordinal, StoredObject object, int pageCount) {
  public Original {
    if (ordinal < 1 || pageCount < 1) {
      throw new IllegalArgumentException("ordinal and page count are at least 1");
    }
  }
}
