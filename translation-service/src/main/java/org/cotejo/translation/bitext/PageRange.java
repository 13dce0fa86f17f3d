package org.cotejo.translation.bitext;

/**
 * Pages of a part of a document.
 *
 * @param from first page
 * @param to last page
 */
public record PageRange(int from, int to) {
  boolean holds(int page) {
    return page >= from && page <= to;
  }
}
