package org.cotejo.search.lexicon;

/**
 * A word of another language that stands for a word of a query.
 *
 * @param from language of the word of the query, primary subtag
 * @param to language of the other word, primary subtag
 * @param word the other word
 * @param probability that the word of the query is rendered so, 0 to 1
 */
public record Rendering(String from, String to, String word, double probability) {}
