package org.cotejo.translation.correction;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What became of the changes when they were applied to a text: nothing vanishes unreported. */
public final class ReplayReport {
  private final Map<FactRef, Detachment> detached = new LinkedHashMap<>();
  private final Map<FactRef, FactRef> replaced = new LinkedHashMap<>();

  void detach(FactRef fact, Detachment reason) {
    detached.put(fact, reason);
  }

  /** A later fact takes the place of an earlier one. */
  void replace(FactRef earlier, Change later, FactRef by) {
    if (later.mayReplace(earlier)) {
      replaced.put(earlier, by);
    } else {
      detach(earlier, Detachment.OVERLAPPED);
    }
  }

  /** Facts that could not be applied. */
  public Map<FactRef, Detachment> detached() {
    return Map.copyOf(detached);
  }

  /** The facts that a change has taken the place of. */
  public Set<FactRef> replacedBy(long change) {
    Set<FactRef> earlier = new LinkedHashSet<>();
    replaced.forEach(
        (fact, by) -> {
          if (by.change() == change) {
            earlier.add(fact);
          }
        });
    return earlier;
  }

  /** The changes of which something could not be applied, in the order of time. */
  public List<Long> detachedChanges() {
    TreeSet<Long> changes = new TreeSet<>();
    detached.keySet().forEach(fact -> changes.add(fact.change()));
    return List.copyOf(changes);
  }

  /** The changes of which anything holds. */
  List<Long> standing(List<Change> changes) {
    TreeSet<Long> standing = new TreeSet<>();
    for (Change change : changes) {
      for (int k = 0; k < change.facts().size(); k++) {
        FactRef fact = new FactRef(change.id(), k);
        if (!detached.containsKey(fact) && !replaced.containsKey(fact)) {
          standing.add(change.id());
        }
      }
    }
    return List.copyOf(standing);
  }
}
