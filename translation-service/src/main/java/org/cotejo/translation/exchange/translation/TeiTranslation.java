package org.cotejo.translation.exchange.translation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.cotejo.translation.exchange.xml.XmlIn;
import org.cotejo.translation.segmentation.SegmentKind;

/**
 * The paragraphs of a translation in TEI P5: of texts in several languages the one in its own, of a
 * choice the editor's reading. What is supplied, and notes that stand in the line, are in square
 * brackets as editors type them; notes at another place are left out, and so is furniture.
 */
final class TeiTranslation implements XmlIn.Handler {
  private static final Set<String> SILENT =
      Set.of(
          "teiHeader",
          "facsimile",
          "standOff",
          "sourceDoc",
          "fw",
          "sic",
          "orig",
          "abbr",
          "del",
          "figDesc",
          "desc");
  // What is not in a line begins one of its own.
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "ab",
          "l",
          "lg",
          "head",
          "div",
          "body",
          "front",
          "back",
          "list",
          "item",
          "label",
          "row",
          "cell",
          "table",
          "opener",
          "closer",
          "dateline",
          "salute",
          "signed",
          "byline",
          "address",
          "addrLine",
          "trailer",
          "postscript",
          "sp",
          "speaker",
          "stage",
          "epigraph",
          "titlePage",
          "docTitle",
          "titlePart",
          "docDate",
          "docAuthor",
          "argument",
          "quote",
          "lb");

  private final ParagraphsInMaking paragraphs;
  private final LanguageChoice choice;
  private final Deque<Bracket> brackets = new ArrayDeque<>();
  private int open = 1;
  private int silentFrom = Integer.MAX_VALUE;
  private int textAt = Integer.MAX_VALUE;
  private boolean several;

  /** Something of an editor that is open; its own brackets are kept. */
  private static final class Bracket {
    private final int depth;
    private boolean own;
    private boolean written;

    Bracket(int depth) {
      this.depth = depth;
    }
  }

  TeiTranslation(ParagraphsInMaking paragraphs, LanguageChoice choice) {
    this.paragraphs = paragraphs;
    this.choice = choice;
  }

  /** Whether texts said their language. */
  boolean namesLanguages() {
    return several;
  }

  @Override
  public void start(XmlIn element) {
    open = element.depth();
    if (open >= silentFrom) {
      return;
    }
    String name = element.name();
    if (name.equals("text")) {
      text(element);
    } else if (SILENT.contains(name) || isElsewhere(element)) {
      silentFrom = open;
    } else if (name.equals("lb")) {
      if (!element.attribute("break").equals("no")) {
        paragraphs.line();
      }
    } else if (BLOCKS.contains(name)) {
      if (open > textAt) {
        paragraphs.paragraph(kind(name, element.attribute("type")));
      }
    } else if (name.equals("supplied") || name.equals("note")) {
      brackets.push(new Bracket(open));
    } else if (name.equals("space") || name.equals("cb") || name.equals("gap")) {
      paragraphs.text(" ");
    }
  }

  /** Of several texts that name their language one is the translation. */
  private void text(XmlIn element) {
    String language = element.attribute("lang");
    textAt = Math.min(textAt, open);
    if (!language.isEmpty()) {
      several = true;
      if (!choice.takes(language)) {
        silentFrom = open;
      }
    }
  }

  private static boolean isElsewhere(XmlIn element) {
    return element.name().equals("note")
        && !element.attribute("place").isEmpty()
        && !element.attribute("place").equals("inline");
  }

  private static SegmentKind kind(String name, String type) {
    return switch (name) {
      case "head", "titlePart", "docTitle" -> SegmentKind.HEADING;
      case "dateline", "docDate" -> SegmentKind.DATE;
      case "salute" -> SegmentKind.SALUTATION;
      case "signed" -> SegmentKind.SIGNATURE;
      case "address", "addrLine" -> SegmentKind.ADDRESS;
      case "ab" ->
          switch (type) {
            case "heading" -> SegmentKind.HEADING;
            case "date" -> SegmentKind.DATE;
            case "salutation" -> SegmentKind.SALUTATION;
            case "signature" -> SegmentKind.SIGNATURE;
            case "address" -> SegmentKind.ADDRESS;
            default -> SegmentKind.SENTENCE;
          };
      default -> SegmentKind.SENTENCE;
    };
  }

  @Override
  public void end(String name) {
    if (open == silentFrom) {
      silentFrom = Integer.MAX_VALUE;
    } else if (open < silentFrom) {
      if (!brackets.isEmpty() && brackets.peek().depth == open) {
        Bracket bracket = brackets.pop();
        if (bracket.written && !bracket.own) {
          paragraphs.text("]");
        }
      }
      if (BLOCKS.contains(name) && !name.equals("lb")) {
        paragraphs.end();
      }
    }
    open--;
  }

  @Override
  public void text(String characters) {
    if (open >= silentFrom || open < textAt) {
      return;
    }
    if (!brackets.isEmpty() && !brackets.peek().written && !characters.isBlank()) {
      Bracket bracket = brackets.peek();
      bracket.written = true;
      bracket.own = "[(".indexOf(characters.stripLeading().charAt(0)) >= 0;
      if (!bracket.own) {
        paragraphs.text("[");
      }
    }
    paragraphs.text(characters);
  }
}
