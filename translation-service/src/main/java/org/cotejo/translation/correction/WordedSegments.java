package org.cotejo.translation.correction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words that curators have set on one side.
 *
 * @param texts by segment
 */
record WordedSegments(SortedMap<Integer, String> texts) {

  static WordedSegments of(
      TextSide side,
      List<Change> changes,
      Map<SegmentAnchor, Integer> places,
      Unplaced unplaced,
      ReplayReport report) {
    TreeMap<Integer, String> texts = new TreeMap<>();
    Map<Integer, FactRef> owners = new HashMap<>();
    for (Change change : changes) {
      for (int k = 0; k < change.facts().size(); k++) {
        if (!(change.facts().get(k) instanceof Fact.Worded worded)
            || worded.segment().side() != side) {
          continue;
        }
        FactRef fact = new FactRef(change.id(), k);
        Integer place = places.get(worded.segment());
        if (!unplaced.isPlaced(fact, worded.segments(), places) || place == null) {
          continue;
        }
        FactRef earlier = owners.put(place, fact);
        if (earlier != null) {
          report.replace(earlier, change, fact);
        }
        texts.put(place, worded.text());
      }
    }
    return new WordedSegments(texts);
  }
}
