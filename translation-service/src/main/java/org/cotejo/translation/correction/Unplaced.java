package org.cotejo.translation.correction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what became of facts whose segments are not where they were: replaced, or not found. */
final class Unplaced {
  private final Map<SegmentAnchor, SegmentAnchor> rivals = new HashMap<>();
  private final Map<SegmentAnchor, Change> owners = new HashMap<>();
  private final Map<SegmentAnchor, FactRef> facts = new HashMap<>();
  private final ReplayReport report;

  /**
   * For the changes of a text.
   *
   * @param changes in the order of time
   * @param rivals for an anchor that was found where another stands, that other
   */
  Unplaced(List<Change> changes, Map<SegmentAnchor, SegmentAnchor> rivals, ReplayReport report) {
    this.rivals.putAll(rivals);
    this.report = report;
    for (Change change : changes) {
      for (int k = 0; k < change.facts().size(); k++) {
        for (SegmentAnchor anchor : change.facts().get(k).segments()) {
          owners.put(anchor, change);
          facts.put(anchor, new FactRef(change.id(), k));
        }
      }
    }
  }

  /** Whether all segments of a fact have places; otherwise that it has not is reported. */
  boolean isPlaced(FactRef fact, List<SegmentAnchor> anchors, Map<SegmentAnchor, Integer> places) {
    for (SegmentAnchor anchor : anchors) {
      if (places.containsKey(anchor)) {
        continue;
      }
      SegmentAnchor rival = rivals.get(anchor);
      Change later = rival == null ? null : owners.get(rival);
      FactRef by = rival == null ? null : facts.get(rival);
      if (later != null && by != null && later.id() > fact.change()) {
        report.replace(fact, later, by);
      } else {
        report.detach(fact, Detachment.NOT_FOUND);
      }
      return false;
    }
    return true;
  }

  /** Reports the cuts of a side that have no places. */
  void reportCuts(TextSide side, List<Change> changes, Map<SegmentAnchor, Integer> places) {
    for (Change change : changes) {
      for (int k = 0; k < change.facts().size(); k++) {
        if (change.facts().get(k) instanceof Fact.Cut cut && cut.side() == side) {
          isPlaced(new FactRef(change.id(), k), cut.segments(), places);
        }
      }
    }
  }
}
