package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;

/** Lines in the making: words are added in order, each to a line that was read or to a new one. */
final class Draft {
  /**
   * A line in the making.
   *
   * @param id on its page
   * @param region that it is in
   * @param box as read
   * @param words so far
   */
  private record Line(String id, TranscribedRegion region, Box box, List<TranscribedWord> words) {
    TranscribedLine finished() {
      Box whole = words.stream().map(TranscribedWord::box).reduce(box, Box::union);
      return new TranscribedLine(id, whole, words);
    }
  }

  private final Map<TranscribedPage, Map<String, Line>> lines = new LinkedHashMap<>();

  /** Adds a word to a line that was read. */
  void add(ReadLine line, String text, Box box, Placement placement) {
    add(line, line.line().id(), line.box(), text, box, placement);
  }

  /** Adds a word to a new line in the region of one that was read. */
  void addToNew(ReadLine neighbour, String id, String text, Box box, Placement placement) {
    add(neighbour, id, box, text, box, placement);
  }

  private void add(
      ReadLine place, String id, Box lineBox, String text, Box box, Placement placement) {
    lines
        .computeIfAbsent(place.page(), page -> new LinkedHashMap<>())
        .computeIfAbsent(
            place.region().id() + " " + id,
            key -> new Line(id, place.region(), lineBox, new ArrayList<>()))
        .words()
        .add(new TranscribedWord(text, box, 1, placement));
  }

  /** An id for a new line of a page. */
  String newId(ReadLine neighbour) {
    return neighbour.region().id()
        + "n"
        + (lines.getOrDefault(neighbour.page(), Map.of()).size() + 1);
  }

  /** The page with what was set onto it; as it was when nothing was. */
  TranscribedPage finished(TranscribedPage page) {
    Map<String, Line> ofPage = lines.get(page);
    if (ofPage == null) {
      return page;
    }
    List<TranscribedRegion> regions = new ArrayList<>();
    for (TranscribedRegion region : page.regions()) {
      List<TranscribedLine> finished =
          ofPage.values().stream()
              .filter(line -> line.region().equals(region))
              .map(Line::finished)
              .toList();
      if (!finished.isEmpty()) {
        regions.add(
            new TranscribedRegion(region.id(), region.type(), region.readingOrder(), finished));
      }
    }
    return new TranscribedPage(page.page(), page.widthPixels(), page.heightPixels(), regions);
  }
}
