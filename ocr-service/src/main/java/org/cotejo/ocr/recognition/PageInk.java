package org.cotejo.ocr.recognition;

/** The ink of a page, in pixels of the surrogate. */
public interface PageInk {
  /** The ink within a word's box and some room below it, where a comma's tail would hang. */
  InkPatch of(Box box);

  /**
   * The part of a place that is as dark as ink.
   *
   * @param beside a word near by, whose ink and paper tell how dark that is
   */
  double inked(Box place, Box beside);
}
