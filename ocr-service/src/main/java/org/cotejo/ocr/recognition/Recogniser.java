package org.cotejo.ocr.recognition;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/** Reads pages; the one port behind which recognition programs are exchanged. */
public interface Recogniser {
  /**
   * What reading in these languages depends on.
   *
   * @param languages at least one, the main one first
   * @throws LanguageMissing when a model is not installed
   */
  EngineDescription describe(List<LanguageTag> languages);

  /**
   * Reads a page. Equal pages give equal blocks, whatever was read before.
   *
   * @param limit after which the page is given up
   * @return blocks in reading order, boxes in pixels of the surrogate
   * @throws LanguageMissing when a model is not installed
   * @throws org.cotejo.ocr.surrogates.PageFailure when the page cannot be read
   */
  List<Block> read(PageScan page, List<LanguageTag> languages, Duration limit);

  /** Names of the installed language models. */
  SortedSet<String> models();
}
