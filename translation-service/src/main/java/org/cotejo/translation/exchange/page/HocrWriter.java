package org.cotejo.translation.exchange.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * hOCR 1.2 in XHTML: pages, areas, paragraphs, lines, words.
 *
 * <p>The class of an area says what hOCR has a word for; the exact type of a region stands in the
 * property {@code x_region}, the placement of a word written by a person in {@code x_placement}.
 */
public final class HocrWriter implements PageWriter {
  private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";
  private static final double PERCENT = 100;

  @Override
  public void write(ExportedText text, OutputStream out) throws IOException {
    XmlOut xml = XmlOut.to(out).doctype("<!DOCTYPE html>").root("html", NAMESPACE);
    if (!text.languages().isEmpty()) {
      xml.with("lang", text.languages().getFirst());
    }
    head(xml.line(), text);
    xml.start("body").line();
    for (ExportedPage page : text.pages()) {
      page(xml, page);
    }
    xml.end().line().end().finish();
  }

  private static void head(XmlOut xml, ExportedText text) throws IOException {
    Set<String> engines = new LinkedHashSet<>();
    int count = 0;
    for (ExportedPage page : text.pages()) {
      Engine engine = page.transcription().engine();
      engines.add(engine.name() + " " + engine.version());
      count++;
    }
    xml.start("head").line().element("title", text.title());
    xml.empty("meta").with("charset", "utf-8").line();
    meta(xml, "ocr-system", String.join(", ", engines));
    meta(xml, "ocr-capabilities", "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf");
    meta(xml, "ocr-number-of-pages", Integer.toString(count));
    meta(xml, "ocr-langs", String.join(" ", text.languages()));
    xml.end().line();
  }

  private static void meta(XmlOut xml, String name, String content) throws IOException {
    xml.empty("meta").with("name", name).with("content", content).line();
  }

  private static void page(XmlOut xml, ExportedPage page) throws IOException {
    PageTranscription transcription = page.transcription();
    Box whole =
        new Box(0, 0, transcription.page().widthPixels(), transcription.page().heightPixels());
    String title =
        "image \"" + page.imageName() + "\"; " + bbox(whole) + "; ppageno " + (page.number() - 1);
    xml.start("div").with("class", "ocr_page").with("id", "page_" + page.number());
    xml.with("title", title).line();
    List<TranscribedRegion> regions = transcription.regions();
    for (int k = 0; k < regions.size(); k++) {
      area(xml, transcription, regions.get(k), page.number() + "_" + (k + 1));
    }
    xml.end().line();
  }

  private static void area(
      XmlOut xml, PageTranscription transcription, TranscribedRegion region, String id)
      throws IOException {
    String box = bbox(PageTranscription.boxOf(region));
    xml.start("div").with("class", areaClass(region.type())).with("id", "block_" + id);
    xml.with("title", box + "; x_region " + region.type().wireName()).line();
    xml.start("p").with("class", "ocr_par").with("id", "par_" + id);
    if (!transcription.languages().isEmpty()) {
      xml.with("lang", transcription.languages().getFirst());
    }
    xml.with("title", box).line();
    for (int k = 0; k < region.lines().size(); k++) {
      line(xml, region.lines().get(k), id + "_" + (k + 1));
    }
    xml.end().line().end().line();
  }

  private static void line(XmlOut xml, TranscribedLine line, String id) throws IOException {
    xml.start("span").with("class", "ocr_line").with("id", "line_" + id);
    xml.with("title", bbox(line.box())).line();
    for (int k = 0; k < line.words().size(); k++) {
      TranscribedWord word = line.words().get(k);
      xml.start("span").with("class", "ocrx_word").with("id", "word_" + id + "_" + (k + 1));
      xml.with("title", bbox(word.box()) + "; x_wconf " + percent(word) + placement(word));
      xml.text(word.text()).end().line();
    }
    xml.end().line();
  }

  private static String placement(TranscribedWord word) {
    return word.placement() == Placement.READ ? "" : "; x_placement " + word.placement().wireName();
  }

  private static long percent(TranscribedWord word) {
    return Math.round(word.confidence() * PERCENT);
  }

  private static String areaClass(RegionType type) {
    return switch (type) {
      case BODY, DATE_LINE, ADDRESS, SIGNATURE, UNKNOWN -> "ocr_carea";
      case HEADING -> "ocr_carea ocr_section";
      case LETTERHEAD -> "ocr_carea ocr_header";
      case PAGE_NUMBER -> "ocr_carea ocr_pageno";
      case STAMP, MARGINAL_NOTE -> "ocr_carea ocr_textfloat";
      case TABLE -> "ocr_carea ocr_table";
    };
  }

  private static String bbox(Box box) {
    return "bbox " + box.x() + " " + box.y() + " " + box.right() + " " + box.bottom();
  }
}
