package org.cotejo.ocr.recognition.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.ocr.recognition.LanguageTag;

/** Something that reads the first page of an image file. */
interface PageReader {
  /** As the table names it. */
  String name();

  /** Name of the folder for its texts. */
  String folder();

  /**
   * Reads a page.
   *
   * @throws IOException when the file cannot be read at all
   * @throws org.cotejo.ocr.surrogates.PageFailure when the page cannot be read
   */
  Reading read(Path image, List<LanguageTag> languages) throws IOException;
}
