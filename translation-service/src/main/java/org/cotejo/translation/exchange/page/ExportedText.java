package org.cotejo.translation.exchange.page;

import java.time.Instant;
import java.util.List;

/**
 * What is written out: a document, or one page of it.
 *
 * @param documentId the document
 * @param title of the document
 * @param languages of the document, BCP 47, the main one first
 * @param madeAt when the text came to be what it is
 * @param pages in order; each is read anew whenever it is asked for
 */
public record ExportedText(
    String documentId,
    String title,
    List<String> languages,
    Instant madeAt,
    Iterable<ExportedPage> pages) {
  public ExportedText {
    languages = List.copyOf(languages);
  }
}
