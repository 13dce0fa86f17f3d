package org.cotejo.translation.exchange.bitext;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a bitext in one format. */
public interface BitextWriter {
  /**
   * Writes all of it.
   *
   * @param out is left open
   * @throws IOException when {@code out} takes no more
   */
  void write(ExportedBitext bitext, OutputStream out) throws IOException;
}
