package org.cotejo.ocr.surrogates;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The text that an original holds for a page beside its picture, as it stands there: it may be
 * good, empty or nonsense.
 *
 * @param paragraphs in the order of the file
 * @param scanned whether it lies behind the picture of a page, so that a program read it there
 * @param inkOutside part of the page's dark pixels that lie in no word's box, 0 to 1
 * @param wordsOnInk part of the words in whose boxes there are dark pixels, 0 to 1
 */
public record TextLayer(
    List<Paragraph> paragraphs, boolean scanned, double inkOutside, double wordsOnInk) {
  /** No text at all. */
  public static final TextLayer NONE = new TextLayer(List.of(), false, 0, 0);

  public TextLayer {
    paragraphs = List.copyOf(paragraphs);
    if (!(inkOutside >= 0 && inkOutside <= 1 && wordsOnInk >= 0 && wordsOnInk <= 1)) {
      throw new IllegalArgumentException("parts are 0 to 1");
    }
  }

  /** Lines that belong together. */
  public record Paragraph(List<Line> lines) {
    public Paragraph {
      lines = List.copyOf(lines);
    }
  }

  /** Words of a line, at least one. */
  public record Line(List<Word> words) {
    public Line {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("a line has at least one word");
      }
    }
  }

  /**
   * A word of the text.
   *
   * @param text as the file has it, not blank; half characters become U+FFFD
   * @param place in pixels of the page's image, origin at the top left
   */
  public record Word(String text, Rectangle2D place) {
    public Word {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a word has text");
      }
      text = wellFormed(text);
    }

    /** A damaged mapping of a font gives single surrogates, which no file can hold. */
    private static String wellFormed(String text) {
      StringBuilder whole = new StringBuilder();
      text.codePoints()
          .forEach(
              sign ->
                  whole.appendCodePoint(
                      Character.getType(sign) == Character.SURROGATE ? 0xFFFD : sign));
      return whole.toString();
    }
  }

  public boolean isEmpty() {
    return paragraphs.isEmpty();
  }

  /** The layer with each word elsewhere. */
  public TextLayer moved(UnaryOperator<Rectangle2D> move) {
    return new TextLayer(
        paragraphs.stream()
            .map(
                paragraph ->
                    new Paragraph(
                        paragraph.lines().stream().map(line -> moved(line, move)).toList()))
            .toList(),
        scanned,
        inkOutside,
        wordsOnInk);
  }

  private static Line moved(Line line, UnaryOperator<Rectangle2D> move) {
    return new Line(
        line.words().stream()
            .map(word -> new Word(word.text(), move.apply(word.place())))
            .toList());
  }
}
