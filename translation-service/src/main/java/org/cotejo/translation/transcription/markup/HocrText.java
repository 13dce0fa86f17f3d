package org.cotejo.translation.transcription.markup;

import java.util.Optional;
import java.util.Set;
import org.cotejo.translation.exchange.xml.XmlIn;

/** The words of hOCR in XHTML: what its lines say, or its paragraphs where there are no lines. */
final class HocrText implements XmlIn.Handler {
  private static final Set<String> LINES =
      Set.of("ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat");
  private static final Set<String> SILENT = Set.of("head", "script", "style");

  private static final int NONE = -1;

  private final WordsInMaking words;
  private int open;
  private int silentFrom = Integer.MAX_VALUE;
  private int wordAt = NONE;

  HocrText(WordsInMaking words) {
    this.words = words;
  }

  @Override
  public void start(XmlIn element) {
    open = element.depth();
    if (SILENT.contains(element.name()) && open < silentFrom) {
      silentFrom = open;
    }
    for (String type : element.attribute("class").split("\\s+", -1)) {
      if (type.equals("ocr_page")) {
        words.page();
      } else if (LINES.contains(type) || type.equals("ocr_par")) {
        words.line();
      } else if (type.equals("ocrx_word")) {
        words.space();
        words.box(Rectangle.ofHocr(element.attribute("title")));
        wordAt = open;
      }
    }
    if (element.name().equals("br")) {
      words.line();
    }
  }

  @Override
  public void end(String name) {
    if (open == silentFrom) {
      silentFrom = Integer.MAX_VALUE;
    }
    if (open == wordAt) {
      wordAt = NONE;
      words.box(Optional.empty());
    }
    open--;
  }

  @Override
  public void text(String characters) {
    if (open < silentFrom) {
      words.text(characters);
    }
  }
}
