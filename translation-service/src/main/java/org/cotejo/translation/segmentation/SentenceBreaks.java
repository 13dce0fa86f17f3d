package org.cotejo.translation.segmentation;

/** Where the rules of Unicode (UAX 29) see sentence boundaries, before abbreviations are known. */
@FunctionalInterface
public interface SentenceBreaks {
  /**
   * The offsets at which sentences may begin or end, ascending, without 0 and the end.
   *
   * @param language BCP 47 tag
   */
  int[] within(String paragraph, String language);
}
