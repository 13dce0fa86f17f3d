package org.cotejo.translation.reading;

/**
 * A word as it was read.
 *
 * @param text as read, without spaces
 * @param box around its letters
 * @param confidence 0 to 1
 */
public record TranscribedWord(String text, Box box, double confidence) {}
