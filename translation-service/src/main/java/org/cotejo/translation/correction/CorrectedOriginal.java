package org.cotejo.translation.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.CutText;
import org.cotejo.translation.segmentation.Segment;

/**
 * An original as curators have set it.
 *
 * @param reading with their words in their segments
 * @param places where the segments that they have spoken of are now
 * @param rivals for a segment that was found where another stands, that other
 */
public record CorrectedOriginal(
    Reading reading, Map<SegmentAnchor, Integer> places, Map<SegmentAnchor, SegmentAnchor> rivals) {
  public CorrectedOriginal {
    places = Map.copyOf(places);
    rivals = Map.copyOf(rivals);
  }

  /**
   * Applies changes to what the machine read.
   *
   * @param changes of all translations of the document that are not undone, in the order of time
   * @param report takes what could not be applied
   */
  public static CorrectedOriginal of(Reading machine, List<Change> changes, ReplayReport report) {
    List<SegmentAnchor> anchors = anchors(TextSide.SOURCE, changes);
    if (anchors.isEmpty()) {
      return new CorrectedOriginal(machine, Map.of(), Map.of());
    }
    Placement placement =
        Placement.of(new CutText(machine.text().text(), machine.segments()), anchors);
    Unplaced unplaced = new Unplaced(changes, placement.rivals(), report);
    unplaced.reportCuts(TextSide.SOURCE, changes, placement.places());
    SortedMap<Integer, String> texts =
        WordedSegments.of(TextSide.SOURCE, changes, placement.places(), unplaced, report).texts();
    ReadingText reworded = machine.text();
    List<Segment> segments = new ArrayList<>(placement.cut().segments());
    TreeMap<Integer, String> readAs = new TreeMap<>();
    for (Map.Entry<Integer, String> text : texts.entrySet()) {
      int index = text.getKey();
      Segment segment = segments.get(index);
      readAs.put(index, placement.cut().textOf(index));
      reworded = Rewording.of(reworded, segment, text.getValue());
      reword(segments, index, text.getValue().length());
    }
    return new CorrectedOriginal(
        new Reading(
            reworded,
            segments,
            placement.origins().stream().map(machine.parts()::get).toList(),
            readAs),
        placement.places(),
        placement.rivals());
  }

  /** The segments of a side that changes speak of; what is said again counts as said later. */
  static List<SegmentAnchor> anchors(TextSide side, List<Change> changes) {
    return changes.stream()
        .flatMap(change -> change.facts().stream())
        .flatMap(fact -> fact.segments().stream())
        .filter(segment -> segment.side() == side)
        .toList();
  }

  /** Gives a segment another length; those behind it move. */
  static void reword(List<Segment> segments, int index, int length) {
    Segment segment = segments.get(index);
    int shift = length - (segment.end() - segment.start());
    segments.set(
        index,
        new Segment(
            segment.start(), segment.start() + length, segment.kind(), segment.paragraph()));
    for (int k = index + 1; k < segments.size(); k++) {
      Segment behind = segments.get(k);
      segments.set(
          k,
          new Segment(
              behind.start() + shift, behind.end() + shift, behind.kind(), behind.paragraph()));
    }
  }
}
