package org.cotejo.translation.alignment;

/**
 * The logarithmic scores of beads; a higher one is better.
 *
 * <p>Linked beads are asked for row by row: all that end at a source boundary, after {@link
 * #startRow} has named it, before those that end at the next.
 */
interface BeadScorer {
  /** Says that beads that end at this source boundary come next. */
  default void startRow(int sourceEnd) {}

  /**
   * Scores the linked beads of a shape that end at a source boundary and a range of target ones.
   *
   * @param sourceEnd boundary after the last source segment
   * @param shape index into {@link BeadShape#LINKED}
   * @param first first boundary after the last target segment
   * @param last last such boundary, inclusive
   * @param scores gets the scores, that of the first boundary at 0
   */
  void linked(int sourceEnd, int shape, int first, int last, double[] scores);

  /** Scores a source segment without counterpart after others that have none. */
  double sourceAlone(int segment);

  /** Scores a target segment without counterpart after others that have none. */
  double targetAlone(int segment);

  /** What the first source segment of such a run adds. */
  double sourceOpening();

  /** What the first target segment of such a run adds. */
  double targetOpening();
}
