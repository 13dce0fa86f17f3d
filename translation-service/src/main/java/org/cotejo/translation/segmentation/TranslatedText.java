package org.cotejo.translation.segmentation;

/** The text of a translation: paragraphs that are to be cut, or segments that keep their ends. */
public sealed interface TranslatedText permits PlainText, CutText {
  /** All of it; paragraphs are separated by line feeds. */
  String text();
}
