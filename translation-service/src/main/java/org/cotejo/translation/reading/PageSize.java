package org.cotejo.translation.reading;

/**
 * The measure of a page's surrogate.
 *
 * @param page from 1
 * @param widthPixels at least 1
 * @param heightPixels at least 1
 */
public record PageSize(int page, int widthPixels, int heightPixels) {}
