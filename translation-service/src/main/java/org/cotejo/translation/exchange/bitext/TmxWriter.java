package org.cotejo.translation.exchange.bitext;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.TypedAnnotation;
import org.cotejo.translation.exchange.xml.XmlOut;

/**
 * TMX 1.4b (LISA OSCAR): a translation unit a link; its segments are joined by a space.
 *
 * <p>What was omitted is a unit with one variant; what was added has an empty one for the original,
 * because readers refuse files in which a unit lacks the source language. What an editor put in is
 * a {@code hi} whose type is {@code x-} and its kind. Props of a unit name its segments and its
 * confidence.
 */
public final class TmxWriter implements BitextWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public void write(ExportedBitext exported, OutputStream out) throws IOException {
    XmlOut xml = XmlOut.to(out).start("tmx").with("version", "1.4").line();
    header(xml, exported);
    xml.start("body").line();
    MarkedText translation = new MarkedText(exported);
    List<Unit> units = Unit.of(exported.bitext());
    for (int k = 0; k < units.size(); k++) {
      unit(xml, exported, translation, units.get(k), k + 1);
    }
    xml.end().line().end().finish();
  }

  private static void header(XmlOut xml, ExportedBitext exported) throws IOException {
    xml.start("header").with("creationtool", ExportedBitext.CREATOR);
    xml.with("creationtoolversion", exported.bitext().method().version());
    xml.with("segtype", "sentence").with("o-tmf", "cotejo.bitext.v1");
    xml.with("adminlang", "en").with("srclang", exported.bitext().sourceLanguage());
    xml.with("datatype", "plaintext").with("creationdate", TIME.format(exported.madeAt())).line();
    xml.element("note", exported.title());
    for (Map.Entry<String, String> entry : exported.provenance().entrySet()) {
      property(xml, entry.getKey(), entry.getValue());
    }
    xml.end().line();
  }

  private static void unit(
      XmlOut xml, ExportedBitext exported, MarkedText translation, Unit unit, int number)
      throws IOException {
    Bitext bitext = exported.bitext();
    xml.start("tu").with("tuid", Integer.toString(number)).line();
    property(xml, "segments", unit.segments());
    if (unit.unlinked().isEmpty()) {
      property(xml, "confidence", Confidence.of(unit.confidence()));
    } else {
      property(xml, "unlinked", unit.unlinked());
    }
    if (unit.byHand()) {
      property(xml, "method", "human");
    }
    xml.start("tuv").xml("lang", bitext.sourceLanguage()).start("seg");
    for (int k = 0; k < unit.source().size(); k++) {
      xml.text((k > 0 ? " " : "") + exported.sourceText(unit.source().get(k)));
    }
    xml.end().end().line();
    if (!unit.target().isEmpty()) {
      xml.start("tuv").xml("lang", bitext.language()).start("seg");
      translation.write(unit.target(), new Highlights(xml));
      xml.end().end().line();
    }
    xml.end().line();
  }

  private static void property(XmlOut xml, String name, String value) throws IOException {
    xml.start("prop").with("type", "x-" + name).text(value).end().line();
  }

  /** Annotations as highlighted text. */
  private record Highlights(XmlOut xml) implements MarkedText.Sink {
    @Override
    public void open(TypedAnnotation.Type type) throws IOException {
      xml.start("hi").with("type", "x-" + type.wireName());
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
