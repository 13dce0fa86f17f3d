package org.cotejo.translation.exchange.bitext;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotejo.translation.exchange.xml.XmlOut;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Furniture;
import org.cotejo.translation.reading.LineBoxes;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.PageSize;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.segmentation.Segment;

/** The facsimile: a surface a page, a zone for each line of a segment and each piece set aside. */
final class TeiZones {
  private final ExportedBitext exported;
  private final Map<Integer, List<Zone>> byPage = new TreeMap<>();
  private final List<String> ofSegments = new ArrayList<>();
  private final List<String> ofFurniture = new ArrayList<>();

  /**
   * A place on a page.
   *
   * @param id in the file
   * @param box in pixels of the surrogate
   */
  private record Zone(String id, Box box) {}

  TeiZones(ExportedBitext exported) {
    this.exported = exported;
    ReadingText text = exported.reading().text();
    List<Segment> segments = exported.reading().segments();
    for (int k = 0; k < segments.size(); k++) {
      Segment segment = segments.get(k);
      List<PageBox> boxes = LineBoxes.merged(text.wordsIn(segment.start(), segment.end()));
      ofSegments.add(added("zone-s" + (k + 1), boxes));
    }
    for (int k = 0; k < text.furniture().size(); k++) {
      Furniture piece = text.furniture().get(k);
      List<PageBox> boxes =
          piece.words().stream()
              .map(TranscribedWord::box)
              .reduce(Box::union)
              .map(box -> List.of(new PageBox(piece.page(), box, "")))
              .orElse(List.of());
      ofFurniture.add(added("zone-f" + (k + 1), boxes));
    }
  }

  private String added(String id, List<PageBox> boxes) {
    List<String> ids = new ArrayList<>();
    for (PageBox place : boxes) {
      Zone zone = new Zone(id + "-" + (ids.size() + 1), place.box());
      byPage.computeIfAbsent(place.page(), page -> new ArrayList<>()).add(zone);
      ids.add(zone.id());
    }
    return ids.stream().map(zone -> "#" + zone).collect(Collectors.joining(" "));
  }

  /** References to the zones of a segment; empty without any. */
  String ofSegment(int index) {
    return ofSegments.get(index);
  }

  /** Reference to the zone of a piece that was set aside; empty without any. */
  String ofFurniture(int index) {
    return ofFurniture.get(index);
  }

  void write(XmlOut xml) throws IOException {
    List<PageSize> pages = exported.reading().text().pages();
    if (pages.isEmpty()) {
      return;
    }
    xml.start("facsimile").line();
    for (PageSize page : pages) {
      xml.start("surface").xml("id", "page" + page.page()).with("n", page.page());
      corners(xml, new Box(0, 0, page.widthPixels(), page.heightPixels())).line();
      String image = exported.images().get(page.page());
      if (image != null) {
        xml.empty("graphic").with("url", image).with("width", page.widthPixels() + "px");
        xml.with("height", page.heightPixels() + "px").line();
      }
      for (Zone zone : byPage.getOrDefault(page.page(), List.of())) {
        corners(xml.empty("zone").xml("id", zone.id()), zone.box()).line();
      }
      xml.end().line();
    }
    xml.end().line();
  }

  private static XmlOut corners(XmlOut xml, Box box) throws IOException {
    return xml.with("ulx", box.x())
        .with("uly", box.y())
        .with("lrx", box.right())
        .with("lry", box.bottom());
  }
}
