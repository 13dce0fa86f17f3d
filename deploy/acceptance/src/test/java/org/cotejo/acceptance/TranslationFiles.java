package org.cotejo.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * One translation in every format in which translators send theirs.
 *
 * @param paragraphs of the translation
 * @param segments the same, cut as the truth has it
 */
record TranslationFiles(List<String> paragraphs, List<String> segments) {
  private static final int PDF_COLUMNS = 88;
  private static final int PDF_LINES = 44;

  TranslationFiles {
    paragraphs = List.copyOf(paragraphs);
    segments = List.copyOf(segments);
  }

  byte[] docx() throws IOException {
    String body =
        paragraphs.stream()
            .map(text -> "<w:p><w:r><w:t>" + escaped(text) + "</w:t></w:r></w:p><w:p/>")
            .collect(Collectors.joining());
    return zip(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
            + ".wordprocessingml.document.main+xml\"/></Types>",
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
            + " Id=\"r1\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org/officeDocument"
            + "/2006/relationships/officeDocument\"/></Relationships>",
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + body
            + "</w:body></w:document>");
  }

  byte[] odt() throws IOException {
    String body =
        paragraphs.stream()
            .map(text -> "<text:p>" + escaped(text) + "</text:p><text:p/>")
            .collect(Collectors.joining());
    return zip(
        "mimetype",
        "application/vnd.oasis.opendocument.text",
        "content.xml",
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
            + body
            + "</office:text></office:body></office:document-content>");
  }

  byte[] html() {
    return utf8(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>x</title><body>"
            + each("<p>", paragraphs, "</p>\n")
            + "</body></html>");
  }

  byte[] tei() {
    return utf8(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text xml:lang=\"en\"><body>"
            + each("<p>", paragraphs, "</p>\n")
            + "</body></text></TEI>");
  }

  byte[] tmx() {
    return utf8(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><header/><body>"
            + each("<tu><tuv xml:lang=\"en\"><seg>", segments, "</seg></tuv></tu>\n")
            + "</body></tmx>");
  }

  byte[] xliff() {
    StringBuilder units = new StringBuilder();
    for (int k = 0; k < segments.size(); k++) {
      units
          .append("<unit id=\"u" + k + "\"><segment><source>x</source><target>")
          .append(escaped(segments.get(k)))
          .append("</target></segment></unit>\n");
    }
    return utf8(
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"es\""
            + " trgLang=\"en\"><file id=\"f\">"
            + units
            + "</file></xliff>");
  }

  /** Typed lines on as many pages as it takes, with their numbers. */
  byte[] pdf() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      lines.addAll(wrapped(paragraph));
      lines.add("");
    }
    try (PDDocument document = new PDDocument()) {
      for (int from = 0; from < lines.size(); from += PDF_LINES) {
        List<String> page = lines.subList(from, Math.min(lines.size(), from + PDF_LINES));
        write(document, page, from / PDF_LINES + 1);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(PDDocument document, List<String> lines, int number)
      throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
      pen.beginText();
      pen.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 11);
      pen.newLineAtOffset(72, 740);
      for (String line : lines) {
        pen.showText(line);
        pen.newLineAtOffset(0, -15);
      }
      pen.showText("- " + number + " -");
      pen.endText();
    }
  }

  private static List<String> wrapped(String paragraph) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      if (line.length() + word.length() >= PDF_COLUMNS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String each(String before, List<String> texts, String after) {
    return texts.stream().map(text -> before + escaped(text) + after).collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int k = 0; k < namesAndContents.length; k += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[k]));
        zip.write(utf8(namesAndContents[k + 1]));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
