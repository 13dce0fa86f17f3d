package org.cotejo.translation.alignment;

import java.util.List;

/**
 * How many source and how many target segments are linked.
 *
 * <p>The starting probabilities follow the order of magnitude that Gale and Church (1993, table 5)
 * counted, widened by the longer shapes that literary translation and OCR call for. They are
 * re-estimated on each document (see {@link ShapePrior}).
 *
 * @param source segments on the source side
 * @param target segments on the target side
 * @param prior probability before the document has been seen
 */
record BeadShape(int source, int target, double prior) {

  /** Every shape that is considered; the order breaks ties, so the plain shapes come first. */
  static final List<BeadShape> LINKED =
      List.of(
          new BeadShape(1, 1, .80),
          new BeadShape(1, 2, .065),
          new BeadShape(2, 1, .065),
          new BeadShape(2, 2, .012),
          new BeadShape(1, 3, .012),
          new BeadShape(3, 1, .012),
          new BeadShape(1, 4, .003),
          new BeadShape(4, 1, .003),
          new BeadShape(2, 3, .002),
          new BeadShape(3, 2, .002),
          new BeadShape(1, 5, .0008),
          new BeadShape(5, 1, .0008),
          new BeadShape(3, 3, .0005));

  /** Probability that a segment of one side has no counterpart, before the document is seen. */
  static final double ALONE_PRIOR = .012;

  /** The most segments that one side of a bead holds. */
  static final int MAXIMUM_SIDE = 5;

  /** The plain shapes, enough to find the way through a long text. */
  static final int PLAIN_COUNT = 3;
}
