package org.cotejo.translation.alignment;

/**
 * A word of one text that stands for a word of the other.
 *
 * @param source the word of the original
 * @param target the word of the translation
 * @param confidence how far both directions believe it, 0 to 1
 */
public record WordPair(PlainWord source, PlainWord target, double confidence) {}
