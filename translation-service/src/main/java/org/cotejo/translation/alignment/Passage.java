package org.cotejo.translation.alignment;

/**
 * One segment as the aligner sees it.
 *
 * @param text what may be compared: editorial annotations are already blanked out
 * @param opensParagraph whether a paragraph begins here; false throughout where the layout is not
 *     known
 * @param standsAlone whether it is set apart from running text, as headings, date lines, addresses
 *     and signatures are
 */
public record Passage(String text, boolean opensParagraph, boolean standsAlone) {

  /** A segment of a text whose layout is not known. */
  public static Passage of(String text) {
    return new Passage(text, false, false);
  }
}
