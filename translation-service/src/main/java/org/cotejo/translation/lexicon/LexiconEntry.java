package org.cotejo.translation.lexicon;

/**
 * Two words that stand for each other.
 *
 * @param first the word of the first language, in its most frequent form
 * @param second the word of the second language, the same
 * @param firstToSecond share of the first word's occurrences that the second translates, 0 to 1
 * @param secondToFirst share of the second word's occurrences that the first translates, 0 to 1
 * @param links in how many links the pair was believed
 * @param documents in how many documents
 */
public record LexiconEntry(
    String first,
    String second,
    double firstToSecond,
    double secondToFirst,
    int links,
    int documents) {}
