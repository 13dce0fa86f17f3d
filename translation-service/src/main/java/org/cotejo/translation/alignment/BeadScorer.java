package org.cotejo.translation.alignment;

/** The logarithmic score of one bead; a higher one is better. */
@FunctionalInterface
interface BeadScorer {
  /**
   * Scores the bead of a shape that ends at a pair of boundaries.
   *
   * @param sourceEnd boundary after the last source segment
   * @param targetEnd boundary after the last target segment
   * @param shape index into {@link BeadShape#ALL}
   */
  double score(int sourceEnd, int targetEnd, int shape);
}
