package org.cotejo.translation.alignment;

import java.util.List;

/**
 * A method of alignment.
 *
 * <p>Deterministic: the same texts give the same alignment, whatever was aligned before. Safe for
 * use by several threads.
 */
public interface Aligner {

  /** Aligns two texts; either may be empty. */
  Alignment align(List<Passage> source, List<Passage> target);

  /** Short name of the method, as it stands in files and bench tables. */
  String name();
}
