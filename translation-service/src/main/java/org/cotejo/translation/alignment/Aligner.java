package org.cotejo.translation.alignment;

import java.util.List;

/**
 * A method of alignment.
 *
 * <p>Deterministic: the same input gives the same alignment, whatever was aligned before. Safe for
 * use by several threads.
 */
public interface Aligner {

  /** Aligns two texts of which nothing is known; either may be empty. */
  default Alignment align(List<Passage> source, List<Passage> target) {
    return align(source, target, PriorLexicon.NONE, FixedLinks.NONE);
  }

  /**
   * Aligns two texts; either may be empty.
   *
   * @param known translations that are expected; a method without lexicon does not ask it
   * @param fixed beads that stand in the alignment as they are, with a confidence of 1
   * @throws IllegalArgumentException when a fixed bead lies outside the texts
   */
  Alignment align(List<Passage> source, List<Passage> target, PriorLexicon known, FixedLinks fixed);

  /** Short name of the method, as it stands in files and bench tables. */
  String name();
}
