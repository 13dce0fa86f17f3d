package org.cotejo.translation.exchange.translation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.cotejo.translation.segmentation.SegmentKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The paragraphs of a page in HTML, as browsers read it: its encoding is that of its mark or its
 * {@code meta}, else UTF-8. Nothing that it names is loaded.
 */
final class HtmlText implements NodeVisitor {
  private static final Set<String> SILENT =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "object",
          "iframe",
          "select",
          "textarea",
          "button",
          "nav");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "caption");

  private final ParagraphsInMaking paragraphs;
  private int silentFrom = Integer.MAX_VALUE;

  private HtmlText(ParagraphsInMaking paragraphs) {
    this.paragraphs = paragraphs;
  }

  static void read(byte[] content, ParagraphsInMaking paragraphs) {
    try {
      Document document = Jsoup.parse(new ByteArrayInputStream(content), null, "");
      NodeTraversor.traverse(new HtmlText(paragraphs), document);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      if ((SILENT.contains(name) || element.hasAttr("hidden")) && depth < silentFrom) {
        silentFrom = depth;
      }
      if (depth >= silentFrom) {
        return;
      }
      if (name.equals("br")) {
        paragraphs.line();
      } else if (element.isBlock()) {
        paragraphs.paragraph(HEADINGS.contains(name) ? SegmentKind.HEADING : SegmentKind.SENTENCE);
      }
    } else if (node instanceof TextNode text && depth < silentFrom) {
      text(text);
    }
  }

  /** Lines of {@code pre} are lines; elsewhere line feeds are spaces. */
  private void text(TextNode node) {
    Node parent = node.parent();
    boolean kept =
        parent instanceof Element element
            && (element.normalName().equals("pre") || element.closest("pre") != null);
    if (!kept) {
      paragraphs.text(node.getWholeText());
      return;
    }
    String[] lines = node.getWholeText().split("\n", -1);
    for (int k = 0; k < lines.length; k++) {
      if (k > 0) {
        paragraphs.line();
      }
      paragraphs.text(lines[k]);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (depth == silentFrom) {
      silentFrom = Integer.MAX_VALUE;
    } else if (depth < silentFrom && node instanceof Element element && element.isBlock()) {
      if (element.normalName().equals("p")) {
        paragraphs.gap();
      }
      paragraphs.end();
    }
  }
}
