package org.cotejo.translation.reading;

/**
 * A box on a page of the document.
 *
 * @param page from 1 over the whole document
 * @param box where on the page
 * @param line the line it stands on, unique in the document ({@code p2r1l3})
 */
public record PageBox(int page, Box box, String line) {}
