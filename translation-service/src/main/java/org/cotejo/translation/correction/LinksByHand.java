package org.cotejo.translation.correction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.translation.alignment.Bead;
import org.cotejo.translation.alignment.FixedLinks;

/** The links that curators have set in one bitext, by the segments that they are between now. */
final class LinksByHand {
  private final Map<SegmentAnchor, Integer> sourcePlaces;
  private final Map<SegmentAnchor, Integer> targetPlaces;
  private final Unplaced unplacedSource;
  private final Unplaced unplacedTarget;
  private final ReplayReport report;
  private final Map<FactRef, Bead> beads = new LinkedHashMap<>();
  private final Map<Integer, FactRef> sourceOwners = new HashMap<>();
  private final Map<Integer, FactRef> targetOwners = new HashMap<>();

  private LinksByHand(Placed source, Placed target, ReplayReport report) {
    sourcePlaces = source.places();
    targetPlaces = target.places();
    unplacedSource = source.unplaced();
    unplacedTarget = target.unplaced();
    this.report = report;
  }

  /**
   * The segments of a side.
   *
   * @param places where they are now
   * @param unplaced knows what became of the others
   */
  record Placed(Map<SegmentAnchor, Integer> places, Unplaced unplaced) {
    Placed {
      places = Map.copyOf(places);
    }
  }

  static LinksByHand of(List<Change> changes, Placed source, Placed target, ReplayReport report) {
    LinksByHand links = new LinksByHand(source, target, report);
    for (Change change : changes) {
      for (int k = 0; k < change.facts().size(); k++) {
        FactRef ref = new FactRef(change.id(), k);
        switch (change.facts().get(k)) {
          case Fact.Linked linked -> links.add(change, ref, linked.source(), linked.target());
          case Fact.Unlinked(SegmentAnchor segment) -> {
            boolean ofSource = segment.side() == TextSide.SOURCE;
            links.add(
                change,
                ref,
                ofSource ? List.of(segment) : List.of(),
                ofSource ? List.of() : List.of(segment));
          }
          case Fact.Worded _, Fact.Cut _ -> {}
        }
      }
    }
    return links;
  }

  FixedLinks fixed() {
    return new FixedLinks(List.copyOf(beads.values()));
  }

  /** Names of the segments that have no counterpart. */
  Set<String> unlinked() {
    return beads.values().stream()
        .filter(bead -> !bead.linked())
        .map(
            bead ->
                bead.sourceCount() > 0
                    ? TextSide.SOURCE.prefix() + bead.sourceEnd()
                    : TextSide.TARGET.prefix() + bead.targetEnd())
        .collect(Collectors.toSet());
  }

  private void add(
      Change change, FactRef ref, List<SegmentAnchor> source, List<SegmentAnchor> target) {
    List<Integer> from = places(source, sourcePlaces);
    List<Integer> to = places(target, targetPlaces);
    if (!unplacedSource.isPlaced(ref, source, sourcePlaces)
        || !unplacedTarget.isPlaced(ref, target, targetPlaces)) {
      return;
    }
    if (from.size() < source.size() || to.size() < target.size()) {
      report.detach(ref, Detachment.NOT_FOUND);
      return;
    }
    if (!isConsecutive(from) || !isConsecutive(to)) {
      report.detach(ref, Detachment.APART);
      return;
    }
    own(change, ref, from, sourceOwners);
    own(change, ref, to, targetOwners);
    beads.put(
        ref,
        new Bead(
            from.isEmpty() ? 0 : from.getFirst(),
            from.size(),
            to.isEmpty() ? 0 : to.getFirst(),
            to.size(),
            1));
  }

  private void own(
      Change change, FactRef ref, List<Integer> segments, Map<Integer, FactRef> owners) {
    for (int segment : segments) {
      FactRef earlier = owners.get(segment);
      if (earlier != null && !earlier.equals(ref)) {
        report.replace(earlier, change, ref);
        beads.remove(earlier);
        sourceOwners.values().removeIf(earlier::equals);
        targetOwners.values().removeIf(earlier::equals);
      }
      owners.put(segment, ref);
    }
  }

  private static List<Integer> places(
      List<SegmentAnchor> anchors, Map<SegmentAnchor, Integer> places) {
    List<Integer> found =
        new ArrayList<>(
            anchors.stream().map(places::get).filter(Objects::nonNull).distinct().toList());
    Collections.sort(found);
    return found;
  }

  private static boolean isConsecutive(List<Integer> segments) {
    return segments.isEmpty() || segments.getLast() - segments.getFirst() + 1 == segments.size();
  }
}
