package org.cotejo.translation.exchange.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotejo.translation.exchange.xml.XmlOut;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.transcription.Engine;
import org.cotejo.translation.transcription.PageTranscription;

/**
 * ALTO 4.4 (Library of Congress), measured in pixels of the surrogate.
 *
 * <p>A region is a text block whose layout tag names its type in this project's words. Words that a
 * person wrote are told apart by tags of their placement. Engines, tags and reading order come
 * before the pages, so the pages are gone through twice.
 */
public final class AltoWriter implements PageWriter {
  private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";
  private static final String LOCATION = "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd";

  /** What stands before the pages. */
  private record Head(
      Map<Engine, String> engines,
      SortedSet<RegionType> types,
      SortedSet<Placement> placements,
      List<String> images,
      List<String> blocks) {
    static Head of(ExportedText text) {
      Head head =
          new Head(
              new LinkedHashMap<>(),
              new TreeSet<>(),
              new TreeSet<>(),
              new ArrayList<>(),
              new ArrayList<>());
      text.pages().forEach(head::add);
      return head;
    }

    private void add(ExportedPage page) {
      PageTranscription transcription = page.transcription();
      engines.putIfAbsent(transcription.engine(), "engine" + (engines.size() + 1));
      images.add(page.imageName());
      List<TranscribedRegion> regions = transcription.regions();
      for (int k = 0; k < regions.size(); k++) {
        types.add(regions.get(k).type());
        blocks.add(blockId(page, k));
        for (TranscribedLine line : regions.get(k).lines()) {
          line.words().forEach(word -> placements.add(word.placement()));
        }
      }
    }
  }

  @Override
  public void write(ExportedText text, OutputStream out) throws IOException {
    Head head = Head.of(text);
    XmlOut xml = XmlOut.to(out).root("alto", NAMESPACE).schema(NAMESPACE, LOCATION);
    xml.with("SCHEMAVERSION", "4.4").line();
    description(xml, text, head);
    tags(xml, head);
    readingOrder(xml, head);
    xml.start("Layout").line();
    for (ExportedPage page : text.pages()) {
      page(xml, page, head);
    }
    xml.end().line().end().finish();
  }

  private static void description(XmlOut xml, ExportedText text, Head head) throws IOException {
    xml.start("Description").line().element("MeasurementUnit", "pixel");
    xml.start("sourceImageInformation").line();
    if (!head.images().isEmpty()) {
      xml.element("fileName", head.images().getFirst());
    }
    for (String image : head.images()) {
      xml.element("fileIdentifier", image);
    }
    xml.element("documentIdentifier", text.documentId()).end().line();
    for (Map.Entry<Engine, String> engine : head.engines().entrySet()) {
      processing(xml, engine.getKey(), engine.getValue());
    }
    xml.end().line();
  }

  private static void processing(XmlOut xml, Engine engine, String id) throws IOException {
    xml.start("Processing").with("ID", id).line();
    xml.element("processingCategory", "contentGeneration");
    xml.element("processingStepDescription", engine.fingerprint());
    xml.element(
        "processingStepSettings",
        engine.parameters().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" ")));
    xml.start("processingSoftware").line();
    xml.element("softwareName", engine.name()).element("softwareVersion", engine.version());
    xml.end().line().end().line();
  }

  private static void tags(XmlOut xml, Head head) throws IOException {
    xml.start("Tags").line();
    for (RegionType type : head.types()) {
      xml.empty("LayoutTag").with("ID", tag(type)).with("TYPE", "region");
      xml.with("LABEL", type.wireName()).line();
    }
    for (Placement placement : head.placements()) {
      if (placement != Placement.READ) {
        xml.empty("OtherTag").with("ID", tag(placement)).with("TYPE", "placement");
        xml.with("LABEL", placement.wireName()).line();
      }
    }
    xml.end().line();
  }

  private static void readingOrder(XmlOut xml, Head head) throws IOException {
    if (head.blocks().isEmpty()) {
      return;
    }
    xml.start("ReadingOrder").line().start("OrderedGroup").with("ID", "order").line();
    for (String block : head.blocks()) {
      xml.empty("ElementRef").with("ID", "order-" + block).with("REF", block).line();
    }
    xml.end().line().end().line();
  }

  private static void page(XmlOut xml, ExportedPage page, Head head) throws IOException {
    PageTranscription transcription = page.transcription();
    Box whole =
        new Box(0, 0, transcription.page().widthPixels(), transcription.page().heightPixels());
    xml.start("Page").with("ID", "page" + page.number());
    xml.with("PROCESSINGREFS", head.engines().getOrDefault(transcription.engine(), ""));
    xml.with("HEIGHT", whole.height()).with("WIDTH", whole.width());
    xml.with("PHYSICAL_IMG_NR", page.number());
    xml.with("PC", confidence(transcription.meanConfidence()));
    language(xml, transcription);
    xml.line();
    box(xml.start("PrintSpace"), whole).line();
    List<TranscribedRegion> regions = transcription.regions();
    for (int k = 0; k < regions.size(); k++) {
      block(xml, transcription, regions.get(k), blockId(page, k));
    }
    xml.end().line().end().line();
  }

  private static void block(
      XmlOut xml, PageTranscription transcription, TranscribedRegion region, String id)
      throws IOException {
    xml.start("TextBlock").with("ID", id).with("TAGREFS", tag(region.type()));
    box(xml, PageTranscription.boxOf(region));
    language(xml, transcription);
    xml.line();
    for (int k = 0; k < region.lines().size(); k++) {
      line(xml, region.lines().get(k), id + "l" + (k + 1));
    }
    xml.end().line();
  }

  private static void line(XmlOut xml, TranscribedLine line, String id) throws IOException {
    box(xml.start("TextLine").with("ID", id), line.box()).line();
    for (int k = 0; k < line.words().size(); k++) {
      if (k > 0) {
        xml.empty("SP").line();
      }
      TranscribedWord word = line.words().get(k);
      xml.empty("String").with("ID", id + "w" + (k + 1));
      if (word.placement() != Placement.READ) {
        xml.with("TAGREFS", tag(word.placement()));
      }
      box(xml, word.box()).with("CONTENT", word.text());
      xml.with("WC", confidence(word.confidence())).line();
    }
    xml.end().line();
  }

  private static XmlOut box(XmlOut xml, Box box) throws IOException {
    return xml.with("HEIGHT", box.height())
        .with("WIDTH", box.width())
        .with("HPOS", box.x())
        .with("VPOS", box.y());
  }

  private static void language(XmlOut xml, PageTranscription transcription) throws IOException {
    if (!transcription.languages().isEmpty()) {
      xml.with("LANG", transcription.languages().getFirst());
    }
  }

  private static String blockId(ExportedPage page, int index) {
    return "p" + page.number() + "r" + (index + 1);
  }

  private static String tag(RegionType type) {
    return "type-" + type.wireName();
  }

  private static String tag(Placement placement) {
    return "placement-" + placement.wireName();
  }

  private static String confidence(double confidence) {
    return String.format(Locale.ROOT, "%.4f", confidence);
  }
}
