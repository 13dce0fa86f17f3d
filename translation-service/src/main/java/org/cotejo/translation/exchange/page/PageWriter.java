package org.cotejo.translation.exchange.page;

import java.io.IOException;
import java.io.OutputStream;

/** Writes transcriptions in one format. */
public interface PageWriter {
  /**
   * Writes all pages.
   *
   * @param out is left open
   * @throws IOException when {@code out} takes no more
   */
  void write(ExportedText text, OutputStream out) throws IOException;
}
