package org.cotejo.translation.exchange.translation;

import java.util.Set;
import org.cotejo.translation.exchange.xml.XmlIn;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.cotejo.translation.segmentation.SegmentKind;

/**
 * The paragraphs of an ODT (OpenDocument 1.2 and later): the body with its tables.
 *
 * <p>Left out are notes, comments, text boxes and deleted text that changes remember.
 */
final class OdtText implements XmlIn.Handler {
  private static final String MIMETYPE = "mimetype";
  private static final String TEXT = "application/vnd.oasis.opendocument.text";
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final int GREATEST_SPACES = 100;
  private static final Set<String> SILENT =
      Set.of("note", "annotation", "tracked-changes", "text-box", "ruby-text", "scripts");

  private final ParagraphsInMaking paragraphs;
  private int open;
  private int silentFrom = Integer.MAX_VALUE;
  private int paragraphsOpen;

  private OdtText(ParagraphsInMaking paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** Whether a package is an OpenDocument file. */
  static boolean is(OfficePackage odt) {
    return odt.has(MIMETYPE) && odt.has("content.xml");
  }

  static void read(OfficePackage odt, ParagraphsInMaking paragraphs) {
    String type = odt.beginning(MIMETYPE).strip();
    if (!type.equals(TEXT) && !type.equals(TEXT + "-template")) {
      throw new BrokenTranslation(
          "translation.format-unsupported", "The OpenDocument file is no text (ODT).");
    }
    if (odt.has(MANIFEST)) {
      odt.each(
          MANIFEST,
          new DocxText.Attributes(
              element -> {
                if (element.name().equals("encryption-data")) {
                  throw new BrokenTranslation(
                      "translation.encrypted",
                      "The OpenDocument file is encrypted; submit it without.");
                }
              }));
    }
    if (odt.hasFolder("Basic/") || odt.hasFolder("Scripts/")) {
      throw new BrokenTranslation(
          "translation.macros",
          "The OpenDocument file holds macros; save it without them and submit that.");
    }
    odt.each("content.xml", new OdtText(paragraphs));
  }

  @Override
  public void start(XmlIn element) {
    open = element.depth();
    String name = element.name();
    boolean ofDrawing = element.namespace().endsWith(":svg-compatible:1.0");
    if ((SILENT.contains(name) || ofDrawing) && open < silentFrom) {
      silentFrom = open;
    }
    if (open >= silentFrom) {
      return;
    }
    switch (name) {
      case "p" -> {
        paragraphs.paragraph(SegmentKind.SENTENCE);
        paragraphsOpen++;
      }
      case "h" -> {
        paragraphs.paragraph(SegmentKind.HEADING);
        paragraphsOpen++;
      }
      case "s" -> paragraphs.text(spaces(element.attribute("c")));
      case "tab" -> paragraphs.text(" ");
      case "line-break" -> paragraphs.line();
      default -> {
        // The rest is about the look.
      }
    }
  }

  private static String spaces(String count) {
    return count.matches("\\d{1,2}")
        ? " ".repeat(Math.min(GREATEST_SPACES, Integer.parseInt(count)))
        : " ";
  }

  @Override
  public void end(String name) {
    if (open == silentFrom) {
      silentFrom = Integer.MAX_VALUE;
    } else if (open < silentFrom && (name.equals("p") || name.equals("h"))) {
      paragraphs.gap();
      paragraphs.end();
      paragraphsOpen--;
    }
    open--;
  }

  @Override
  public void text(String characters) {
    if (paragraphsOpen > 0 && open < silentFrom) {
      paragraphs.text(characters);
    }
  }
}
