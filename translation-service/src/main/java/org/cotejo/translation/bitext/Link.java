package org.cotejo.translation.bitext;

import java.util.List;

/**
 * Segments of both sides that say the same.
 *
 * @param source indices of source segments, from 0, consecutive, at least one
 * @param target indices of target segments, from 0, consecutive, at least one
 * @param confidence 0 to 1
 * @param byHand whether a person has set it; such a link stands whatever a machine makes of it
 */
public record Link(List<Integer> source, List<Integer> target, double confidence, boolean byHand) {
  public Link {
    source = List.copyOf(source);
    target = List.copyOf(target);
  }

  /** A link of a machine. */
  public Link(List<Integer> source, List<Integer> target, double confidence) {
    this(source, target, confidence, false);
  }
}
