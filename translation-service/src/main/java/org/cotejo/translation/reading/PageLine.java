package org.cotejo.translation.reading;

/**
 * A line with its place in the document, while the text is made.
 *
 * @param page the page it stands on
 * @param region the region it stands in
 * @param line its words
 */
record PageLine(TranscribedPage page, TranscribedRegion region, TranscribedLine line) {

  String id() {
    return "p" + page.page() + line.id();
  }

  Box box() {
    return line.box();
  }

  boolean samePage(PageLine other) {
    return page.page() == other.page.page();
  }

  /** Height of the line's middle as a share of the page. */
  double relativeHeight() {
    return (box().y() + box().height() / 2.0) / page.heightPixels();
  }

  /** The line's middle as a share of the page's width. */
  double relativeMiddle() {
    return (box().x() + box().width() / 2.0) / page.widthPixels();
  }

  /** Mean confidence of the line's words. */
  double confidence() {
    return line.words().stream().mapToDouble(TranscribedWord::confidence).average().orElse(0);
  }

  String firstWord() {
    return line.words().getFirst().text();
  }

  String lastWord() {
    return line.words().getLast().text();
  }
}
