package org.cotejo.translation.exchange.bitext;

import java.io.IOException;
import java.util.Map;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.exchange.xml.XmlOut;

/** The header of a TEI file: what it is, and what made it. */
final class TeiHeader {
  /** Id of the program that linked the texts. */
  static final String ALIGNER = "aligner";

  /** Id of the people who set links. */
  static final String CURATORS = "curators";

  private TeiHeader() {}

  static void write(XmlOut xml, ExportedBitext exported) throws IOException {
    xml.start("teiHeader").line();
    fileDescription(xml, exported);
    encoding(xml, exported);
    Bitext bitext = exported.bitext();
    xml.start("profileDesc").start("langUsage").line();
    language(xml, bitext.sourceLanguage(), "the original");
    language(xml, bitext.language(), "the translation");
    xml.end().end().line();
    xml.end().line();
  }

  private static void fileDescription(XmlOut xml, ExportedBitext exported) throws IOException {
    Bitext bitext = exported.bitext();
    xml.start("fileDesc").line().start("titleStmt").line();
    xml.element("title", exported.title());
    if (!bitext.translator().isEmpty()) {
      xml.start("respStmt").element("resp", "translator").element("name", bitext.translator());
      xml.end().line();
    }
    xml.start("respStmt").xml("id", CURATORS);
    xml.element("resp", "corrections: " + bitext.handwork().corrections());
    xml.element("name", "curators").end().line();
    xml.end().line().start("publicationStmt").line();
    xml.element("publisher", ExportedBitext.CREATOR);
    xml.start("date").with("when", exported.madeAt().toString()).end().line();
    xml.start("idno").with("type", "document").text(exported.documentId()).end().line();
    xml.end().line().start("sourceDesc").line();
    xml.element("p", "Scanned pages as they were read, and a translation of them.");
    xml.end().line().end().line();
  }

  private static void encoding(XmlOut xml, ExportedBitext exported) throws IOException {
    xml.start("encodingDesc").line().start("projectDesc").line();
    xml.element(
        "p",
        "Segments of the original are called s1, s2..., those of the translation t1, t2...; a link"
            + " names the segments of both sides that say the same. Zones are in pixels of the page"
            + " images. A word that a page end divides stands before the page break.");
    xml.end().line().start("appInfo").line();
    Bitext bitext = exported.bitext();
    xml.start("application").xml("id", ALIGNER).with("ident", bitext.method().name());
    xml.with("version", bitext.method().version()).line();
    xml.element("label", "Alignment of both texts");
    for (Map.Entry<String, String> entry : exported.provenance().entrySet()) {
      xml.start("p").with("n", entry.getKey()).text(entry.getValue()).end().line();
    }
    xml.end().line().end().line().end().line();
  }

  private static void language(XmlOut xml, String tag, String of) throws IOException {
    xml.start("language").with("ident", tag).text("Language of " + of).end().line();
  }
}
