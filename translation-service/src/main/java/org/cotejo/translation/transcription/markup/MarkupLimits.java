package org.cotejo.translation.transcription.markup;

/**
 * How much of a file is read before it is refused.
 *
 * @param depth of elements inside each other
 * @param words of the text
 */
public record MarkupLimits(int depth, int words) {}
