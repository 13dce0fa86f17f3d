package org.cotejo.translation.transcription.markup;

import org.cotejo.translation.exchange.xml.XmlIn;

/** The words of ALTO, of any version: strings with their places and hyphens, lines, pages. */
final class AltoText implements XmlIn.Handler {
  private final WordsInMaking words;

  AltoText(WordsInMaking words) {
    this.words = words;
  }

  @Override
  public void start(XmlIn element) {
    switch (element.name()) {
      case "Page" -> words.page();
      case "TextLine" -> words.line();
      case "String" -> {
        words.space();
        words.box(Rectangle.ofAlto(element));
        words.text(element.attribute("CONTENT"));
      }
      // A hyphen belongs to the string before it.
      case "HYP" -> words.text(element.attribute("CONTENT"));
      default -> {
        // Blocks, spaces and descriptions hold no words.
      }
    }
  }

  @Override
  public void end(String name) {
    // Strings end where the next begins.
  }

  @Override
  public void text(String characters) {
    // ALTO has its words in attributes.
  }
}
