package org.cotejo.translation.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.cotejo.translation.anchoring.FoldedText;
import org.cotejo.translation.anchoring.Found;
import org.cotejo.translation.anchoring.Locator;
import org.cotejo.translation.segmentation.CutText;
import org.cotejo.translation.segmentation.Segment;

/**
 * A text cut anew so that the segments that curators have spoken of are segments of it again.
 *
 * @param cut the text as it was, with other segments where need be
 * @param origins for each segment the one of the former cut that most of it comes from
 * @param places where the anchors that were found are now
 * @param rivals for an anchor that was found, but where another stands, that other
 */
public record Placement(
    CutText cut,
    List<Integer> origins,
    Map<SegmentAnchor, Integer> places,
    Map<SegmentAnchor, SegmentAnchor> rivals) {
  public Placement {
    origins = List.copyOf(origins);
    places = Map.copyOf(places);
    rivals = Map.copyOf(rivals);
  }

  /**
   * Finds anchors in a text and cuts it around them. Where two would overlap, the one that is more
   * surely found stands, and of two that are equally sure the one that was said later.
   *
   * @param anchors in the order of time
   */
  public static Placement of(CutText machine, Collection<SegmentAnchor> anchors) {
    Map<SegmentAnchor, Integer> said = new LinkedHashMap<>();
    int time = 0;
    for (SegmentAnchor anchor : anchors) {
      said.put(anchor, time);
      time++;
    }
    return new Placing(machine).result(said);
  }

  /** One placing. */
  private static final class Placing {
    private final CutText machine;
    private final Map<String, List<Integer>> byWords = new HashMap<>();
    private Optional<Locator> locator = Optional.empty();

    Placing(CutText machine) {
      this.machine = machine;
      for (int k = 0; k < machine.segments().size(); k++) {
        byWords.computeIfAbsent(FoldedText.fold(machine.textOf(k)), _ -> new ArrayList<>()).add(k);
      }
    }

    Placement result(Map<SegmentAnchor, Integer> said) {
      Map<SegmentAnchor, Found> found = new LinkedHashMap<>();
      Map<Found, Integer> latest = new HashMap<>();
      said.forEach(
          (anchor, time) ->
              find(anchor)
                  .ifPresent(
                      place -> {
                        found.put(anchor, place);
                        latest.merge(place, time, Math::max);
                      }));
      NavigableMap<Integer, Found> fixed = withoutOverlaps(latest);
      List<Segment> segments = new ArrayList<>();
      List<Integer> origins = new ArrayList<>();
      cut(fixed, segments, origins);
      Map<Integer, Integer> byStart = new HashMap<>();
      for (int k = 0; k < segments.size(); k++) {
        byStart.put(segments.get(k).start(), k);
      }
      Map<SegmentAnchor, Integer> places = new HashMap<>();
      found.forEach(
          (anchor, place) -> {
            Found kept = fixed.get(place.start());
            if (kept != null && kept.end() == place.end()) {
              places.put(anchor, byStart.get(place.start()));
            }
          });
      return new Placement(
          new CutText(machine.text(), segments), origins, places, rivals(found, places));
    }

    /** For what was found but does not stand, what stands there. */
    private static Map<SegmentAnchor, SegmentAnchor> rivals(
        Map<SegmentAnchor, Found> found, Map<SegmentAnchor, Integer> places) {
      Map<SegmentAnchor, SegmentAnchor> rivals = new HashMap<>();
      found.forEach(
          (anchor, place) -> {
            if (!places.containsKey(anchor)) {
              found.entrySet().stream()
                  .filter(other -> places.containsKey(other.getKey()))
                  .filter(
                      other ->
                          other.getValue().start() < place.end()
                              && place.start() < other.getValue().end())
                  .forEach(other -> rivals.put(anchor, other.getKey()));
            }
          });
      return rivals;
    }

    private Optional<Found> find(SegmentAnchor anchor) {
      List<Integer> equal = byWords.getOrDefault(anchor.excerpt().words(), List.of());
      if (equal.size() == 1 && !anchor.excerpt().isShort()) {
        Segment only = machine.segments().get(equal.getFirst());
        return Optional.of(new Found(only.start(), only.end(), 1));
      }
      Locator present = locator.orElseGet(() -> new Locator(machine.text()));
      locator = Optional.of(present);
      return present.find(anchor.excerpt(), anchor.position()).map(this::toSegmentEnds);
    }

    /** A place that differs from segments but by stops and quotation marks takes these in. */
    private Found toSegmentEnds(Found found) {
      int start = found.start();
      int end = found.end();
      for (Segment segment : machine.segments()) {
        if (segment.start() <= start
            && start < segment.end()
            && hasNoLetters(segment.start(), start)) {
          start = segment.start();
        }
        if (segment.start() < end && end <= segment.end() && hasNoLetters(end, segment.end())) {
          end = segment.end();
        }
      }
      return new Found(start, end, found.likeness());
    }

    private static NavigableMap<Integer, Found> withoutOverlaps(Map<Found, Integer> latest) {
      TreeMap<Integer, Found> kept = new TreeMap<>();
      latest.entrySet().stream()
          .sorted(
              Comparator.<Map.Entry<Found, Integer>>comparingDouble(
                      entry -> entry.getKey().likeness())
                  .thenComparing(Map.Entry::getValue)
                  .reversed())
          .map(Map.Entry::getKey)
          .forEach(
              place -> {
                Map.Entry<Integer, Found> before = kept.floorEntry(place.start());
                Map.Entry<Integer, Found> after = kept.higherEntry(place.start());
                if ((before == null || before.getValue().end() <= place.start())
                    && (after == null || place.end() <= after.getKey())) {
                  kept.put(place.start(), place);
                }
              });
      return kept;
    }

    /** Segments of the machine, less what is fixed, and between them what is fixed. */
    private void cut(
        NavigableMap<Integer, Found> fixed, List<Segment> segments, List<Integer> origins) {
      List<Segment> cut = new ArrayList<>();
      Map<Segment, Integer> from = new HashMap<>();
      for (int k = 0; k < machine.segments().size(); k++) {
        Segment segment = machine.segments().get(k);
        int at = segment.start();
        for (Found place : overlapping(fixed, segment)) {
          add(cut, from, segment, at, place.start(), k);
          at = Math.max(at, place.end());
        }
        add(cut, from, segment, at, segment.end(), k);
      }
      for (Found place : fixed.values()) {
        int origin = origin(place);
        Segment whole = machine.segments().get(origin);
        Segment set = new Segment(place.start(), place.end(), whole.kind(), whole.paragraph());
        cut.add(set);
        from.put(set, origin);
      }
      cut.sort(Comparator.comparingInt(Segment::start));
      for (Segment segment : cut) {
        segments.add(segment);
        origins.add(from.get(segment));
      }
    }

    private static List<Found> overlapping(NavigableMap<Integer, Found> fixed, Segment segment) {
      List<Found> found = new ArrayList<>();
      Map.Entry<Integer, Found> before = fixed.lowerEntry(segment.start());
      if (before != null && before.getValue().end() > segment.start()) {
        found.add(before.getValue());
      }
      found.addAll(fixed.subMap(segment.start(), segment.end()).values());
      return found;
    }

    /** Adds what is left of a segment; spaces around it are left out. */
    private void add(
        List<Segment> cut,
        Map<Segment, Integer> from,
        Segment whole,
        int start,
        int end,
        int origin) {
      int first = start;
      int last = end;
      while (first < last && Character.isWhitespace(machine.text().charAt(first))) {
        first++;
      }
      while (last > first && Character.isWhitespace(machine.text().charAt(last - 1))) {
        last--;
      }
      if (first < last) {
        Segment left = new Segment(first, last, whole.kind(), whole.paragraph());
        cut.add(left);
        from.put(left, origin);
      }
    }

    private int origin(Found place) {
      int best = 0;
      int most = -1;
      for (int k = 0; k < machine.segments().size(); k++) {
        Segment segment = machine.segments().get(k);
        int common =
            Math.min(segment.end(), place.end()) - Math.max(segment.start(), place.start());
        if (common > most) {
          best = k;
          most = common;
        }
      }
      return best;
    }

    private boolean hasNoLetters(int start, int end) {
      return machine.text().substring(start, end).chars().noneMatch(Character::isLetterOrDigit);
    }
  }
}
