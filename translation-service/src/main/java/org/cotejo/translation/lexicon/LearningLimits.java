package org.cotejo.translation.lexicon;

/**
 * How much is learned from and how much is kept; all of it bounds work or size.
 *
 * @param leastConfidence of a link that teaches
 * @param links most links that teach
 * @param batch links that are learned from together. Memory grows with it; more links together tell
 *     words apart better, from two thousand on hardly
 * @param entries most pairs that are kept
 * @param translations most pairs that are kept of one word in each direction
 * @param leastProbability that a pair has in one direction
 * @param leastLinks in which a pair was believed: a pair seen once proves nothing
 */
public record LearningLimits(
    double leastConfidence,
    int links,
    int batch,
    int entries,
    int translations,
    double leastProbability,
    int leastLinks) {
  public LearningLimits {
    if (links < 1 || batch < 1 || entries < 1 || translations < 1 || leastLinks < 1) {
      throw new IllegalArgumentException("limits count from 1");
    }
  }

  /** Those of the service. */
  public static LearningLimits standard() {
    return new LearningLimits(.7, 60_000, 2_000, 100_000, 10, .02, 2);
  }

  /** The same but for the two that an operator sets. */
  public LearningLimits with(int mostLinks, int mostEntries) {
    return new LearningLimits(
        leastConfidence, mostLinks, batch, mostEntries, translations, leastProbability, leastLinks);
  }
}
