package org.cotejo.ocr.surrogates;

import java.util.List;

/**
 * What has to be turned into page images: the originals of one revision of a document.
 *
 * @param documentId of the document
 * @param languages BCP 47 tags of the originals
 * @param originals in order; pages are counted over all of them
 */
public record Paper(String documentId, List<String> languages, List<Original> originals) {
  public Paper {
    languages = List.copyOf(languages);
    originals = List.copyOf(originals);
    if (originals.isEmpty()) {
      throw new IllegalArgumentException("a paper has at least one original");
    }
  }

  /** Pages of all originals together. */
  public int pageCount() {
    return originals.stream().mapToInt(Original::pageCount).sum();
  }
}
