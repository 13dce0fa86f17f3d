package org.cotejo.translation.exchange.translation;

import java.util.Locale;
import java.util.Set;
import org.cotejo.translation.exchange.xml.XmlIn;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.cotejo.translation.segmentation.SegmentKind;

/**
 * The paragraphs of a DOCX (ECMA-376, WordprocessingML): the body with its tables, as it stands
 * when all changes are accepted.
 *
 * <p>Left out are headers, footers, footnotes, comments, text boxes and codes of fields.
 */
final class DocxText implements XmlIn.Handler {
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String RELATIONS = "_rels/.rels";
  private static final Set<String> SILENT =
      Set.of(
          "del",
          "moveFrom",
          "delText",
          "instrText",
          "Fallback",
          "txbxContent",
          "pPrChange",
          "rPrChange",
          "sectPrChange");

  private final ParagraphsInMaking paragraphs;
  private int open;
  private int silentFrom = Integer.MAX_VALUE;
  private boolean inText;

  private DocxText(ParagraphsInMaking paragraphs) {
    this.paragraphs = paragraphs;
  }

  static void read(OfficePackage docx, ParagraphsInMaking paragraphs) {
    if (docx.hasEnding("vbaproject.bin") || hasMacros(docx)) {
      throw new BrokenTranslation(
          "translation.macros",
          "The Word file holds macros; save it without them (DOCX) and submit that.");
    }
    docx.each(mainPart(docx), new DocxText(paragraphs));
  }

  /** Where the text is, as the package says. */
  private static String mainPart(OfficePackage docx) {
    StringBuilder target = new StringBuilder();
    docx.each(
        RELATIONS,
        new Attributes(
            element -> {
              if (element.attribute("Type").endsWith("/officeDocument") && target.isEmpty()) {
                target.append(element.attribute("Target"));
              }
            }));
    if (target.isEmpty()) {
      throw OfficePackage.damaged(RELATIONS + " names no text");
    }
    return target.charAt(0) == '/' ? target.substring(1) : target.toString();
  }

  private static boolean hasMacros(OfficePackage docx) {
    boolean[] macros = {false};
    boolean[] text = {false};
    docx.each(
        CONTENT_TYPES,
        new Attributes(
            element -> {
              String type = element.attribute("ContentType").toLowerCase(Locale.ROOT);
              macros[0] |= type.contains("macroenabled");
              text[0] |= type.contains("wordprocessingml");
            }));
    if (!macros[0] && !text[0]) {
      throw new BrokenTranslation(
          "translation.format-unsupported", "The Office file is no text of Word (DOCX).");
    }
    return macros[0];
  }

  @Override
  public void start(XmlIn element) {
    open = element.depth();
    String name = element.name();
    if (SILENT.contains(name) && open < silentFrom) {
      silentFrom = open;
    }
    if (open >= silentFrom) {
      return;
    }
    switch (name) {
      case "p" -> paragraphs.paragraph(SegmentKind.SENTENCE);
      case "pStyle" -> {
        if (isHeading(element.attribute("val"))) {
          paragraphs.paragraph(SegmentKind.HEADING);
        }
      }
      case "t" -> inText = true;
      case "tab", "ptab" -> paragraphs.text(" ");
      case "br", "cr" -> paragraphs.line();
      case "noBreakHyphen" -> paragraphs.text("-");
      default -> {
        // The rest is about the look.
      }
    }
  }

  private static boolean isHeading(String style) {
    return style
        .toLowerCase(Locale.ROOT)
        .matches(
            "(heading|title|subtitle|berschrift|\u00fcberschrift|titre|titulo|t\u00edtulo|ttulo|titolo).*");
  }

  @Override
  public void end(String name) {
    if (open == silentFrom) {
      silentFrom = Integer.MAX_VALUE;
    } else if (open < silentFrom) {
      switch (name) {
        case "t" -> inText = false;
        case "p" -> {
          paragraphs.gap();
          paragraphs.end();
        }
        default -> {
          // Only these hold text.
        }
      }
    }
    open--;
  }

  @Override
  public void text(String characters) {
    if (inText && open < silentFrom) {
      paragraphs.text(characters);
    }
  }

  /** Looks at elements for their attributes alone. */
  record Attributes(java.util.function.Consumer<XmlIn> look) implements XmlIn.Handler {
    @Override
    public void start(XmlIn element) {
      look.accept(element);
    }

    @Override
    public void end(String name) {
      // Nothing is held.
    }

    @Override
    public void text(String characters) {
      // Attributes alone count.
    }
  }
}
