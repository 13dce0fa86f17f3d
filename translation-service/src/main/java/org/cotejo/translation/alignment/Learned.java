package org.cotejo.translation.alignment;

/**
 * What two texts have taught while they were aligned.
 *
 * @param noise share of the words of a right bead that the lexicon leaves unexplained
 */
record Learned(Lexicon lexicon, ShapePrior shapes, BoundaryModel boundaries, double noise) {}
