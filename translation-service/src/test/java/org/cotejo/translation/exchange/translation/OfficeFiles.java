package org.cotejo.translation.exchange.translation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files of office programs, as small as they can be. */
public final class OfficeFiles {
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
          + " PartName=\"/word/document.xml\" ContentType=\"application/%s.main+xml\"/></Types>";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"r1\" Target=\"word/document.xml\""
          + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>"
          + "</Relationships>";
  private static final String WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document";

  private OfficeFiles() {}

  /** A DOCX with a body. */
  public static byte[] docx(String body) {
    return zip(docxParts(WORD, body));
  }

  /** A Word file of another kind. */
  static byte[] docx(String type, String body) {
    return zip(docxParts(type, body));
  }

  static Map<String, String> docxParts(String body) {
    return docxParts(WORD, body);
  }

  private static Map<String, String> docxParts(String type, String body) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.formatted(type));
    parts.put("_rels/.rels", RELATIONS);
    parts.put(
        "word/document.xml",
        "<w:document"
            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"\n"
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>\n"
            + body
            + "</w:body></w:document>");
    return parts;
  }

  /** An ODT with a body. */
  public static byte[] odt(String body) {
    return zip(odtParts(body));
  }

  static Map<String, String> odtParts(String body) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "META-INF/manifest.xml",
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>");
    parts.put(
        "content.xml",
        "<office:document-content"
            + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
            + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">"
            + "<office:scripts/><office:body><office:text>"
            + body
            + "</office:text></office:body></office:document-content>");
    return parts;
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * A PDF.
   *
   * @param password for none empty
   * @param pages the lines of each
   */
  public static byte[] pdf(String password, String[]... pages) {
    try (PDDocument document = new PDDocument()) {
      for (String[] lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        write(document, page, lines);
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(PDDocument document, PDPage page, String[] lines) throws IOException {
    if (lines.length == 0) {
      return;
    }
    try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
      pen.beginText();
      pen.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
      pen.newLineAtOffset(72, 720);
      for (String line : lines) {
        pen.showText(line);
        pen.newLineAtOffset(0, -15);
      }
      pen.endText();
    }
  }
}
