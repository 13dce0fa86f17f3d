package org.cotejo.translation.alignment;

/**
 * The one configuration of the lexical aligner, for all languages and texts.
 *
 * <p>The values were chosen together by the mean over all development sets and damaged variants of
 * them (see the README of the service); none is meant for one set.
 *
 * @param evidenceWeight share of the lexical log-likelihood ratio that counts. Below one, because
 *     the words of a segment are not independent
 * @param lengthWeight share of the Gale-Church deviation that counts
 * @param deletionCost cost of one unlinked word. It balances the cost of a linked word that nothing
 *     explains
 * @param firstDeletionCost the same while the lexicon knows cognates alone
 * @param noise probability that a word of a right bead is explained by nothing on the other side,
 *     where the text was long enough to teach its lexicon
 * @param firstNoise the same while the lexicon knows cognates alone
 * @param rounds how often lexicon and alignment are learned from each other
 * @param paragraphWeight reward where paragraphs open on both sides, and half of it the fine where
 *     only one does
 * @param seamCost price of a bead that passes into or out of a segment that stands alone. A
 *     translator joins sentences, but hardly a letterhead with the date below it: e^-4 is about how
 *     often the bead shapes leave out a line
 * @param temperature divides scores before they are read as log-probabilities for the confidence
 * @param linkBias confidence that a linked bead must lack before two unlinked ones are preferred
 * @param runCost cost of an unlinked segment beside that of its words, where others stand before it
 * @param boundaryWeight share of the log-odds of the boundaries that counts
 * @param priorWeight how many sightings in the text a certain entry of a {@link PriorLexicon} is
 *     worth. A fraction of one: what the text itself shows must decide soon, for known words that
 *     stand in neighbours make a bead that holds them both look better than it is
 * @param moveCost how much more the rare words of a passage must speak for its place elsewhere than
 *     for its present links, beside the logarithm of the text's segments, before it crosses others
 * @param stepCost what a passage that was moved pays for each of its segments
 */
public record AlignmentSettings(
    double evidenceWeight,
    double lengthWeight,
    double deletionCost,
    double firstDeletionCost,
    double noise,
    double firstNoise,
    int rounds,
    double paragraphWeight,
    double seamCost,
    double temperature,
    double linkBias,
    double runCost,
    double boundaryWeight,
    double priorWeight,
    double moveCost,
    double stepCost) {

  /** What the service uses. */
  public static AlignmentSettings standard() {
    return new AlignmentSettings(
        .4, 1.25, .8, .7, .0075, .3, 2, 1.0, 4, 1.0, 0, 2.5, .8, .25, 3, 2);
  }
}
