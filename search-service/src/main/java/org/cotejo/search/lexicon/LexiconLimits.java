package org.cotejo.search.lexicon;

/**
 * How much of a lexicon is used; all of it bounds the work of a search.
 *
 * @param leastProbability of a rendering; what is rarer finds more that is wrong than right
 * @param renderings most of one word in one language
 * @param entries most pairs that are read of one lexicon; the best founded stand first
 */
public record LexiconLimits(double leastProbability, int renderings, int entries) {
  public LexiconLimits {
    if (leastProbability < 0 || leastProbability > 1) {
      throw new IllegalArgumentException("a probability lies between 0 and 1");
    }
    if (renderings < 1 || entries < 1) {
      throw new IllegalArgumentException("limits count from 1");
    }
  }
}
