package org.cotejo.translation.exchange.bitext;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.TypedAnnotation;
import org.cotejo.translation.exchange.xml.XmlOut;
import org.cotejo.translation.reading.Furniture;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;

/**
 * TEI P5: the facsimile with its zones, the links, both texts in a group.
 *
 * <p>Segments are {@code s}, in a {@code p} or, where they are no sentences, in an {@code ab} of
 * their kind. What was set aside on a page is {@code fw} after its {@code pb}. What an editor put
 * in is {@code supplied} or {@code note}; round brackets that the original has are a {@code seg}.
 */
public final class TeiWriter implements BitextWriter {
  private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

  @Override
  public void write(ExportedBitext exported, OutputStream out) throws IOException {
    XmlOut xml = XmlOut.to(out).root("TEI", NAMESPACE).line();
    TeiHeader.write(xml, exported);
    TeiZones zones = new TeiZones(exported);
    zones.write(xml);
    links(xml, exported.bitext());
    xml.start("text").line().start("group").line();
    new Original(xml, exported, zones).write();
    translation(xml, exported);
    xml.end().line().end().line().end().finish();
  }

  private static void links(XmlOut xml, Bitext bitext) throws IOException {
    List<Unit> units = Unit.of(bitext);
    List<Unit> linked = units.stream().filter(unit -> unit.unlinked().isEmpty()).toList();
    List<Unit> alone = units.stream().filter(unit -> !unit.unlinked().isEmpty()).toList();
    if (units.isEmpty()) {
      return;
    }
    xml.start("standOff").line();
    if (!linked.isEmpty()) {
      xml.start("linkGrp").with("type", "translation").line();
      for (Unit unit : linked) {
        xml.empty("link").with("target", pointers(unit));
        xml.with("cert", Confidence.of(unit.confidence())).with("resp", responsible(unit)).line();
      }
      xml.end().line();
    }
    if (!alone.isEmpty()) {
      xml.start("spanGrp").with("type", "unlinked").line();
      for (Unit unit : alone) {
        xml.start("span").with("target", pointers(unit)).with("resp", responsible(unit));
        xml.text(unit.unlinked()).end().line();
      }
      xml.end().line();
    }
    xml.end().line();
  }

  private static String pointers(Unit unit) {
    return java.util.Arrays.stream(unit.segments().split(" ", -1))
        .map(id -> "#" + id)
        .collect(Collectors.joining(" "));
  }

  private static String responsible(Unit unit) {
    return "#" + (unit.byHand() ? TeiHeader.CURATORS : TeiHeader.ALIGNER);
  }

  private static void translation(XmlOut xml, ExportedBitext exported) throws IOException {
    Bitext bitext = exported.bitext();
    MarkedText text = new MarkedText(exported);
    xml.start("text").xml("lang", bitext.language()).with("type", "translation");
    xml.start("body").line();
    int paragraph = 0;
    for (int k = 0; k < bitext.segments().size(); k++) {
      Segment segment = bitext.segments().get(k);
      if (segment.paragraph() != paragraph) {
        if (paragraph > 0) {
          xml.end().line();
        }
        block(xml, segment);
        paragraph = segment.paragraph();
      } else {
        xml.text(" ");
      }
      xml.start("s").xml("id", "t" + (k + 1));
      text.write(List.of(k), new Annotations(xml));
      xml.end();
    }
    if (paragraph > 0) {
      xml.end().line();
    } else {
      xml.empty("p").line();
    }
    xml.end().end().line();
  }

  private static void block(XmlOut xml, Segment segment) throws IOException {
    if (segment.kind() == SegmentKind.SENTENCE) {
      xml.start("p");
    } else {
      xml.start("ab").with("type", segment.kind().wireName());
    }
  }

  /** Writes the original with its page breaks. */
  private static final class Original {
    private final XmlOut xml;
    private final ExportedBitext exported;
    private final TeiZones zones;
    private final ReadingText text;
    private final PageBreaks breaks;

    Original(XmlOut xml, ExportedBitext exported, TeiZones zones) {
      this.xml = xml;
      this.exported = exported;
      this.zones = zones;
      text = exported.reading().text();
      breaks = new PageBreaks(text);
    }

    void write() throws IOException {
      List<Segment> segments = exported.reading().segments();
      xml.start("text").xml("lang", exported.bitext().sourceLanguage()).with("type", "original");
      xml.start("body").line();
      int paragraph = 0;
      int part = 0;
      for (int k = 0; k < segments.size(); k++) {
        Segment segment = segments.get(k);
        int partOf = exported.reading().parts().get(k);
        boolean next = partOf != part;
        if (next || segment.paragraph() != paragraph) {
          end(paragraph > 0);
          end(next && part > 0);
          if (next) {
            xml.start("div").with("type", "part").with("n", partOf).line();
          }
          pages(segment.start());
          block(xml, segment);
        } else {
          xml.text(" ");
        }
        paragraph = segment.paragraph();
        part = partOf;
        segment(k, segment);
      }
      end(paragraph > 0);
      pages(text.text().length());
      if (part == 0) {
        xml.empty("p").line();
      }
      end(part > 0);
      xml.end().end().line();
    }

    private void end(boolean open) throws IOException {
      if (open) {
        xml.end().line();
      }
    }

    private void segment(int index, Segment segment) throws IOException {
      pages(segment.start());
      xml.start("s").xml("id", "s" + (index + 1));
      String facsimile = zones.ofSegment(index);
      if (!facsimile.isEmpty()) {
        xml.with("facs", facsimile);
      }
      int at = segment.start();
      while (at < segment.end()) {
        int to = Math.max(at, breaks.before(segment.end()));
        xml.text(text.text().substring(at, to));
        if (to < segment.end()) {
          pages(to);
        }
        at = to;
      }
      xml.end();
    }

    private void pages(int offset) throws IOException {
      Set<Integer> pages = Set.copyOf(breaks.take(offset));
      for (int page : pages.stream().sorted().toList()) {
        xml.empty("pb").with("n", page).with("facs", "#page" + page);
        for (int k = 0; k < text.furniture().size(); k++) {
          if (text.furniture().get(k).page() == page) {
            furniture(k, text.furniture().get(k));
          }
        }
      }
    }

    private void furniture(int index, Furniture piece) throws IOException {
      xml.start("fw").with("type", piece.kind().wireName());
      String facsimile = zones.ofFurniture(index);
      if (!facsimile.isEmpty()) {
        xml.with("facs", facsimile);
      }
      xml.text(piece.text()).end();
    }
  }

  /** What an editor put in. */
  private record Annotations(XmlOut xml) implements MarkedText.Sink {
    @Override
    public void open(TypedAnnotation.Type type) throws IOException {
      switch (type) {
        case SQUARE, ROUND_INSERTED ->
            xml.start("supplied").with("reason", "editorial").with("rend", type.wireName());
        case ROUND_IN_SOURCE -> xml.start("seg").with("type", type.wireName());
        case NOTE -> xml.start("note").with("type", "editorial");
      }
    }

    @Override
    public void close() throws IOException {
      xml.end();
    }

    @Override
    public void text(String text) throws IOException {
      xml.text(text);
    }
  }
}
