package org.cotejo.translation.correction;

import java.util.List;
import java.util.Set;

/**
 * What a curator changed at one time; takes effect as a whole.
 *
 * @param id rises with time
 * @param language of the translation in whose bitext it was made
 * @param facts what it says
 * @param supersedes what was said before and holds no more because of it
 */
public record Change(long id, String language, List<Fact> facts, Set<FactRef> supersedes) {
  /** The id of a change that is about to be made: later than all others. */
  public static final long NEW = Long.MAX_VALUE;

  public Change {
    facts = List.copyOf(facts);
    supersedes = Set.copyOf(supersedes);
  }

  /** Whether it may hold although it overlaps another: it was made to replace it. */
  boolean mayReplace(FactRef earlier) {
    return id == NEW || supersedes.contains(earlier);
  }
}
