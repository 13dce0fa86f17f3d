package org.cotejo.translation.anchoring;

/**
 * A place that was found again.
 *
 * @param start offset of its first character in the text, at the beginning of a word
 * @param end offset after its last character, at the end of a word
 * @param likeness of the words, 0 to 1
 */
public record Found(int start, int end, double likeness) {}
