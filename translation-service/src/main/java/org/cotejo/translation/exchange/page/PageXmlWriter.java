package org.cotejo.translation.exchange.page;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * PAGE content of 2019-07-15 (PRImA); one page a file, as the format wants it.
 *
 * <p>The type of a region is the nearest of PAGE's; the exact one stands in {@code custom}, as does
 * the placement of a word that a person wrote.
 */
public final class PageXmlWriter implements PageWriter {
  private static final String NAMESPACE =
      "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15";

  @Override
  public void write(ExportedText text, OutputStream out) throws IOException {
    write(text, text.pages().iterator().next(), out);
  }

  /** Writes the file of one page. */
  void write(ExportedText text, ExportedPage page, OutputStream out) throws IOException {
    XmlOut xml = XmlOut.to(out).root("PcGts", NAMESPACE);
    xml.schema(NAMESPACE, NAMESPACE + "/pagecontent.xsd");
    xml.with("pcGtsId", "page" + page.number()).line();
    metadata(xml, text, page.transcription().engine());
    page(xml, page);
    xml.end().finish();
  }

  private static void metadata(XmlOut xml, ExportedText text, Engine engine) throws IOException {
    String time =
        DateTimeFormatter.ISO_INSTANT.format(text.madeAt().truncatedTo(ChronoUnit.SECONDS));
    String name = engine.name() + " " + engine.version();
    xml.start("Metadata").with("externalRef", text.documentId()).line();
    xml.element("Creator", name).element("Created", time).element("LastChange", time);
    xml.start("MetadataItem").with("type", "processingStep").with("name", "transcription");
    xml.with("value", name).line().start("Labels").line();
    xml.empty("Label").with("value", engine.fingerprint()).with("type", "fingerprint").line();
    for (var parameter : engine.parameters().entrySet()) {
      xml.empty("Label").with("value", parameter.getValue()).with("type", parameter.getKey());
      xml.line();
    }
    xml.end().line().end().line().end().line();
  }

  private static void page(XmlOut xml, ExportedPage page) throws IOException {
    PageTranscription transcription = page.transcription();
    xml.start("Page").with("imageFilename", page.imageName());
    xml.with("imageWidth", transcription.page().widthPixels());
    xml.with("imageHeight", transcription.page().heightPixels());
    Optional<String> language = language(transcription);
    if (language.isPresent()) {
      xml.with("primaryLanguage", language.get());
    }
    xml.with("conf", confidence(transcription.meanConfidence())).line();
    List<TranscribedRegion> regions = transcription.regions();
    readingOrder(xml, regions.size());
    for (int k = 0; k < regions.size(); k++) {
      region(xml, regions.get(k), k + 1);
    }
    xml.end().line();
  }

  private static void readingOrder(XmlOut xml, int regions) throws IOException {
    if (regions == 0) {
      return;
    }
    xml.start("ReadingOrder").line().start("OrderedGroup").with("id", "order").line();
    for (int k = 0; k < regions; k++) {
      xml.empty("RegionRefIndexed").with("index", k).with("regionRef", "r" + (k + 1)).line();
    }
    xml.end().line().end().line();
  }

  private static void region(XmlOut xml, TranscribedRegion region, int number) throws IOException {
    xml.start("TextRegion").with("id", "r" + number);
    xml.with("custom", "structure {type:" + region.type().wireName() + ";}");
    xml.with("type", type(region.type())).line();
    coordinates(xml, PageTranscription.boxOf(region));
    for (int k = 0; k < region.lines().size(); k++) {
      line(xml, region.lines().get(k), "r" + number + "l" + (k + 1));
    }
    xml.start("TextEquiv").line();
    xml.element(
        "Unicode", String.join("\n", region.lines().stream().map(TranscribedLine::text).toList()));
    xml.end().line().end().line();
  }

  private static void line(XmlOut xml, TranscribedLine line, String id) throws IOException {
    xml.start("TextLine").with("id", id).line();
    coordinates(xml, line.box());
    for (int k = 0; k < line.words().size(); k++) {
      TranscribedWord word = line.words().get(k);
      xml.start("Word").with("id", id + "w" + (k + 1));
      if (word.placement() != Placement.READ) {
        xml.with("custom", "placement {type:" + word.placement().wireName() + ";}");
      }
      coordinates(xml.line(), word.box());
      xml.start("TextEquiv").with("conf", confidence(word.confidence())).line();
      xml.element("Unicode", word.text()).end().line().end().line();
    }
    xml.start("TextEquiv").line().element("Unicode", line.text()).end().line();
    xml.end().line();
  }

  private static void coordinates(XmlOut xml, Box box) throws IOException {
    String points =
        String.format(
            Locale.ROOT,
            "%d,%d %d,%d %d,%d %d,%d",
            box.x(),
            box.y(),
            box.right(),
            box.y(),
            box.right(),
            box.bottom(),
            box.x(),
            box.bottom());
    xml.empty("Coords").with("points", points).line();
  }

  private static String type(RegionType type) {
    return switch (type) {
      case BODY, UNKNOWN -> "paragraph";
      case HEADING -> "heading";
      case DATE_LINE, ADDRESS, SIGNATURE, TABLE -> "other";
      case LETTERHEAD -> "header";
      case PAGE_NUMBER -> "page-number";
      case STAMP -> "floating";
      case MARGINAL_NOTE -> "marginalia";
    };
  }

  /** PAGE names languages in English, and has no name for the rest. */
  private static Optional<String> language(PageTranscription transcription) {
    if (transcription.languages().isEmpty()) {
      return Optional.empty();
    }
    String code = Locale.forLanguageTag(transcription.languages().getFirst()).getLanguage();
    return Optional.ofNullable(
        switch (code) {
          case "cs" -> "Czech";
          case "da" -> "Danish";
          case "de" -> "German";
          case "en" -> "English";
          case "es" -> "Spanish";
          case "fr" -> "French";
          case "hu" -> "Hungarian";
          case "it" -> "Italian";
          case "nl" -> "Dutch";
          case "pl" -> "Polish";
          case "pt" -> "Portuguese";
          case "ru" -> "Russian";
          case "uk" -> "Ukrainian";
          default -> null;
        });
  }

  private static String confidence(double confidence) {
    return String.format(Locale.ROOT, "%.4f", confidence);
  }
}
