package org.cotejo.translation.exchange.translation;

import org.cotejo.translation.exchange.xml.BrokenXml;
import org.cotejo.translation.exchange.xml.XmlIn;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.PlainTextDecoder;
import org.cotejo.translation.segmentation.TranslatedText;

/** Reads a translation in any of the formats that it may come in, told apart by what it holds. */
public final class SuppliedTranslation {
  private final TranslationLimits limits;
  private final PdfTexts pdf;

  /** Where the text of a PDF comes from. */
  @FunctionalInterface
  public interface PdfTexts {
    /**
     * The text of a PDF: a line a line, a blank line between paragraphs, a form feed between pages.
     *
     * @throws BrokenTranslation when it is broken, encrypted, or has no text
     */
    String of(byte[] pdf);
  }

  public SuppliedTranslation(TranslationLimits limits, PdfTexts pdf) {
    this.limits = limits;
    this.pdf = pdf;
  }

  /**
   * The text of a file.
   *
   * @param language BCP 47 tag of the translation; decides where a file has several languages
   * @throws BrokenTranslation when it cannot be read; says what is broken and where
   */
  public TranslatedText read(byte[] content, String language) {
    return switch (TranslationFormat.of(content)) {
      case PLAIN -> PlainText.of(PlainTextDecoder.decode(content));
      case PACKAGE -> office(content);
      case HTML -> html(content);
      case XML -> xml(content, language);
      case PDF -> PlainText.of(pdf.of(content));
      case OLD_OFFICE -> throw oldOffice(content);
      case RTF ->
          throw new BrokenTranslation(
              "translation.format-unsupported", "RTF is not read; save it as DOCX or ODT.");
    };
  }

  private TranslatedText office(byte[] content) {
    ParagraphsInMaking paragraphs = new ParagraphsInMaking(limits);
    try (OfficePackage office = OfficePackage.open(content, limits)) {
      if (OdtText.is(office)) {
        OdtText.read(office, paragraphs);
      } else if (office.has("[Content_Types].xml")) {
        DocxText.read(office, paragraphs);
      } else {
        throw new BrokenTranslation(
            "translation.format-unsupported", "The ZIP file is neither DOCX nor ODT.");
      }
    }
    return paragraphs.finished();
  }

  private TranslatedText html(byte[] content) {
    if (content.length > limits.htmlBytes()) {
      throw new BrokenTranslation(
          "translation.too-long",
          "The page in HTML has more than " + limits.htmlBytes() + " bytes.");
    }
    ParagraphsInMaking paragraphs = new ParagraphsInMaking(limits);
    HtmlText.read(content, paragraphs);
    return paragraphs.finished();
  }

  private TranslatedText xml(byte[] content, String language) {
    try {
      XmlIn in = XmlIn.open(content, limits.depth());
      LanguageChoice choice = new LanguageChoice(language);
      String root = in.root();
      return switch (root) {
        case "TEI", "teiCorpus" -> tei(in, choice);
        case "tmx" -> {
          SegmentsInMaking segments = new SegmentsInMaking(limits);
          in.each(new TmxSegments(segments, choice));
          choice.check();
          yield segments.finished();
        }
        case "xliff" -> {
          SegmentsInMaking segments = new SegmentsInMaking(limits);
          in.each(new XliffSegments(segments, choice, in));
          choice.check();
          yield segments.finished();
        }
        default ->
            throw new BrokenTranslation(
                "translation.format-unsupported",
                "The root element of the XML is "
                    + root
                    + "; known are TEI, tmx, xliff, and html.");
      };
    } catch (BrokenXml broken) {
      throw broken(broken, "the translation");
    }
  }

  private TranslatedText tei(XmlIn in, LanguageChoice choice) {
    ParagraphsInMaking paragraphs = new ParagraphsInMaking(limits);
    TeiTranslation tei = new TeiTranslation(paragraphs, choice);
    in.each(tei);
    if (tei.namesLanguages()) {
      choice.check();
    }
    return paragraphs.finished();
  }

  private static BrokenTranslation oldOffice(byte[] content) {
    // An encrypted DOCX is an old compound file with a stream of this name in UTF-16.
    boolean encrypted = holds(content, "EncryptedPackage");
    return encrypted
        ? new BrokenTranslation(
            "translation.encrypted", "The Office file is encrypted; submit it without.")
        : new BrokenTranslation(
            "translation.format-unsupported",
            "Files of Word 97 to 2003 are not read; save it as DOCX or ODT.");
  }

  private static boolean holds(byte[] content, String name) {
    byte[] sought = name.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    for (int at = 0; at + sought.length <= content.length; at++) {
      if (java.util.Arrays.equals(content, at, at + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }

  /** The failure of XML, with its place. */
  static BrokenTranslation broken(BrokenXml broken, String where) {
    String code =
        switch (broken.kind()) {
          case BROKEN -> "translation.broken";
          case TOO_DEEP -> "translation.too-deep";
          case INVALID -> "translation.invalid";
        };
    return new BrokenTranslation(
        code, "XML cannot be read in " + where + broken.place() + ": " + broken.fault() + ".");
  }
}
