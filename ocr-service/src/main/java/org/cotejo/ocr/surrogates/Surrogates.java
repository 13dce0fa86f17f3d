package org.cotejo.ocr.surrogates;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where originals come from and surrogates are kept. A surrogate's place follows from the digest of
 * its original, its page and the way it was made, so what was made once is found again.
 */
public interface Surrogates {
  /** The surrogate of a page, when it was made before. */
  Optional<Surrogate> find(Original original, int pageOfOriginal);

  /**
   * Keeps the files of a page. Keeping the same page twice is harmless.
   *
   * @param text in pixels of the finished page
   */
  Surrogate keep(Original original, int pageOfOriginal, FinishedPage page, TextLayer text);

  /** Copies an original into a temporary file, with its digest checked. */
  FetchedOriginal fetch(Original original);

  /** A local copy that is removed when it is closed. */
  interface FetchedOriginal extends AutoCloseable {
    Path file();

    @Override
    void close();
  }
}
