package org.cotejo.translation.reading;

/**
 * A stretch of the reading text that belongs together.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param type type of the region in which it begins
 * @param page on which it begins
 */
public record Paragraph(int start, int end, RegionType type, int page) {}
