package org.cotejo.translation.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** Something that is to be written out. */
@FunctionalInterface
public interface Export {
  /**
   * Writes all of it.
   *
   * @param out is left open
   * @throws IOException when {@code out} takes no more
   */
  void to(OutputStream out) throws IOException;
}
