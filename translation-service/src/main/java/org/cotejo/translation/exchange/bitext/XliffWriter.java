package org.cotejo.translation.exchange.bitext;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.bitext.TypedAnnotation;
import org.cotejo.translation.exchange.xml.XmlOut;

/**
 * XLIFF 2.1 (OASIS Standard, 13 February 2018): a unit with one segment a link.
 *
 * <p>What made the bitext, and the confidence of each link, stand in the metadata module. Links of
 * people are {@code reviewed}, those of the machine {@code translated}. What an editor put in is a
 * marker of the type {@code cotejo:} and its kind.
 */
public final class XliffWriter implements BitextWriter {
  private static final String CORE = "urn:oasis:names:tc:xliff:document:2.0";
  private static final String METADATA = "urn:oasis:names:tc:xliff:metadata:2.0";

  @Override
  public void write(ExportedBitext exported, OutputStream out) throws IOException {
    XmlOut xml = XmlOut.to(out).root("xliff", CORE).namespace("mda", METADATA);
    xml.with("version", "2.1").with("srcLang", exported.bitext().sourceLanguage());
    xml.with("trgLang", exported.bitext().language()).line();
    xml.start("file").with("id", "bitext").with("original", exported.documentId()).line();
    metadata(xml, exported.provenance());
    xml.start("notes").line();
    xml.start("note").with("id", "title").with("category", "title");
    xml.text(exported.title()).end().line().end().line();
    MarkedText translation = new MarkedText(exported);
    List<Unit> units = Unit.of(exported.bitext());
    for (int k = 0; k < units.size(); k++) {
      unit(xml, exported, translation, units.get(k), k + 1);
    }
    if (units.isEmpty()) {
      // A file must have a unit, and a unit a segment.
      xml.start("unit").with("id", "u0").start("segment").empty("source").end().end().line();
    }
    xml.end().line().end().finish();
  }

  private static void metadata(XmlOut xml, Map<String, String> entries) throws IOException {
    xml.start("mda", "metadata", METADATA).line();
    xml.start("mda", "metaGroup", METADATA).with("category", "cotejo").line();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      xml.start("mda", "meta", METADATA).with("type", entry.getKey());
      xml.text(entry.getValue()).end().line();
    }
    xml.end().line().end().line();
  }

  private static void unit(
      XmlOut xml, ExportedBitext exported, MarkedText translation, Unit unit, int number)
      throws IOException {
    xml.start("unit").with("id", "u" + number).line();
    Map<String, String> known = new LinkedHashMap<>();
    known.put("segments", unit.segments());
    if (unit.unlinked().isEmpty()) {
      known.put("confidence", Confidence.of(unit.confidence()));
    } else {
      known.put("unlinked", unit.unlinked());
    }
    metadata(xml, known);
    xml.start("segment").with("id", "g" + number).with("state", state(unit)).line();
    xml.start("source");
    for (int k = 0; k < unit.source().size(); k++) {
      xml.text((k > 0 ? " " : "") + exported.sourceText(unit.source().get(k)));
    }
    xml.end().line();
    if (!unit.target().isEmpty()) {
      xml.start("target");
      translation.write(unit.target(), new Markers(xml));
      xml.end().line();
    }
    xml.end().line().end().line();
  }

  private static String state(Unit unit) {
    if (unit.target().isEmpty()) {
      return "initial";
    }
    return unit.byHand() ? "reviewed" : "translated";
  }

  /** Annotations as markers. */
  private static final class Markers implements MarkedText.Sink {
    private final XmlOut xml;
    private int count;

    Markers(XmlOut xml) {
      this.xml = xml;
    }

    @Override
    public void open(TypedAnnotation.Type type) throws IOException {
      count++;
      xml.start("mrk").with("id", "m" + count).with("type", "cotejo:" + type.wireName());
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
