package org.cotejo.translation.collation;

import java.util.List;

/**
 * How a sentence stands in the bitext whose counterpart is in doubt. Each kind is judged by a model
 * of its own, which weighs the quantities named here, in this order.
 */
public enum GapKind {
  /** It has no link, and the other side has nothing left at its place. */
  UNLINKED("constant", "words beside", "fit beside", "log length", "way"),
  /** It shares its link with a neighbour. */
  SHARED(
      "constant",
      "words",
      "gain",
      "fit",
      "marks",
      "words beside",
      "fit beside",
      "log length",
      "several",
      "confidence",
      "way"),
  /** It has a link of its own. */
  ALONE(
      "constant",
      "words",
      "gain",
      "marks",
      "words beside",
      "fit beside",
      "log length",
      "several",
      "confidence",
      "way");

  private final List<String> quantities;

  GapKind(String... quantities) {
    this.quantities = List.of(quantities);
  }

  /** What is weighed, in order; the first is 1 throughout. */
  public List<String> quantities() {
    return quantities;
  }
}
