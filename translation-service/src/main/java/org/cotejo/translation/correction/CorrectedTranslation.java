package org.cotejo.translation.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cotejo.translation.alignment.FixedLinks;
import org.cotejo.translation.bitext.Handwork;
import org.cotejo.translation.segmentation.CutText;
import org.cotejo.translation.segmentation.Segment;

/**
 * A translation as curators have set it, with the links that they have set.
 *
 * @param text with their words in their segments
 * @param links that stand as they are
 * @param handwork what is to be told of their work
 */
public record CorrectedTranslation(CutText text, FixedLinks links, Handwork handwork) {

  /**
   * Applies changes to a translation.
   *
   * @param original with the same changes applied
   * @param changes of the document that are not undone, in the order of time
   * @param language of this translation
   * @param report of the original; takes what could not be applied here
   */
  public static CorrectedTranslation of(
      CorrectedOriginal original,
      CutText machine,
      List<Change> changes,
      String language,
      ReplayReport report) {
    List<Change> own =
        changes.stream().filter(change -> change.language().equalsIgnoreCase(language)).toList();
    Placement placement = Placement.of(machine, CorrectedOriginal.anchors(TextSide.TARGET, own));
    Unplaced unplaced = new Unplaced(own, placement.rivals(), report);
    unplaced.reportCuts(TextSide.TARGET, own, placement.places());
    SortedMap<Integer, String> texts =
        WordedSegments.of(TextSide.TARGET, own, placement.places(), unplaced, report).texts();
    StringBuilder text = new StringBuilder(placement.cut().text());
    List<Segment> segments = new ArrayList<>(placement.cut().segments());
    TreeMap<Integer, String> readAs = new TreeMap<>();
    texts.forEach(
        (index, words) -> {
          Segment segment = segments.get(index);
          readAs.put(index, placement.cut().textOf(index));
          text.replace(segment.start(), segment.end(), words);
          CorrectedOriginal.reword(segments, index, words.length());
        });
    LinksByHand links =
        LinksByHand.of(
            own,
            new LinksByHand.Placed(
                original.places(), new Unplaced(changes, original.rivals(), report)),
            new LinksByHand.Placed(placement.places(), unplaced),
            report);
    List<Change> felt = felt(changes, language);
    return new CorrectedTranslation(
        new CutText(text.toString(), segments),
        links.fixed(),
        new Handwork(
            report.standing(felt).size(),
            report.detachedChanges().stream().filter(id -> isOf(felt, id)).toList(),
            links.unlinked(),
            readAs));
  }

  /** Changes that can be felt in this bitext: its own, and those of the original's text. */
  private static List<Change> felt(List<Change> changes, String language) {
    return changes.stream()
        .filter(
            change ->
                change.language().equalsIgnoreCase(language)
                    || change.facts().stream()
                        .anyMatch(
                            fact ->
                                !fact.isOfLinks()
                                    && fact.segments().getFirst().side() == TextSide.SOURCE))
        .toList();
  }

  private static boolean isOf(List<Change> changes, long id) {
    return changes.stream().anyMatch(change -> change.id() == id);
  }
}
