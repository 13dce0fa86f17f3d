package org.cotejo.ocr.recognition;

import java.util.Optional;
import java.util.SortedSet;

/** Tells in which language a text is written. */
public interface LanguageFinder {
  /** What changes when another language may be found for the same text. */
  String version();

  /**
   * The most probable of some languages.
   *
   * @param text may hold letters that were read wrongly
   * @param models names of the models of these languages
   * @return nothing when the text does not say
   */
  Optional<String> model(String text, SortedSet<String> models);
}
