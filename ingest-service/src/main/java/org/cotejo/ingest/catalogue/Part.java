package org.cotejo.ingest.catalogue;

import java.util.Optional;

/**
 * One paper of a document, for instance a cover note.
 *
 * @param title its own title
 * @param date its own date
 * @param pages where it stands
 */
public record Part(String title, Optional<EdtfDate> date, Optional<PageRange> pages) {
  /**
   * Pages of the document, both ends included, counted from 1.
   *
   * @param from first page
   * @param to last page, not before the first
   */
  public record PageRange(int from, int to) {}
}
