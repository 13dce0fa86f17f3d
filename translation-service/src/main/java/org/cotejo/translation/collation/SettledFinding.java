package org.cotejo.translation.collation;

import java.util.List;
import java.util.Optional;

/**
 * A finding with what curators have said of it.
 *
 * @param finding under the key that it keeps
 * @param settlement none when nobody has said anything
 */
public record SettledFinding(Finding finding, Optional<Settlement> settlement) {

  public FindingState state() {
    return settlement.map(Settlement::state).orElse(FindingState.OPEN);
  }

  /** What was said, in the order of time. */
  public List<StateChange> history() {
    return settlement.map(Settlement::history).orElse(List.of());
  }
}
