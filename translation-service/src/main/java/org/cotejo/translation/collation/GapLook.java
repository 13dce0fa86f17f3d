package org.cotejo.translation.collation;

import java.util.List;

/**
 * What speaks for and against a counterpart of a sentence.
 *
 * @param segment index of the sentence on its side
 * @param kind how it stands
 * @param evidence the quantities of the kind, in their order
 */
public record GapLook(int segment, GapKind kind, List<Double> evidence) {
  public GapLook {
    evidence = List.copyOf(evidence);
    if (evidence.size() != kind.quantities().size()) {
      throw new IllegalArgumentException(kind + " weighs " + kind.quantities());
    }
  }
}
