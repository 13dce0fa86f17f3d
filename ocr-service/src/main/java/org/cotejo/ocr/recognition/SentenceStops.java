package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Full stops that were read as commas. The small square stop of some typewriters on a bilevel scan
 * is read so by Tesseract's models, which have hardly seen it.
 *
 * <p>A comma becomes a full stop only when two witnesses agree: the next word begins with a capital
 * letter, and the ink of the mark is a compact dot that stands on the base line. Where the ink is
 * not clear (the mark touches a letter, there is dirt beside it) the reading stays. Nobody writes
 * three commas in a row: a run of commas and stops is an ellipsis, or dots that lead to a number.
 */
public final class SentenceStops {
  /** Changes with any change of these rules. */
  public static final String VERSION = "2";

  /** A comma on our pages is 1.5 times as high as it is wide or more, a stop at most 1.2. */
  private static final double MOST_HEIGHT_TO_WIDTH = 1.3;

  private static final double MOST_WIDTH_TO_HEIGHT = 1.6;

  /** A comma is over half as high as a small letter, a stop about a third. */
  private static final double MOST_HEIGHT_TO_LETTER = 0.45;

  /** A stop fills its box; a tail or a stroke does not. */
  private static final double LEAST_FILLED = 0.6;

  /** Typewriters strike a stop a little low; in parts of a letter's height. */
  private static final double MOST_BELOW_BASE_LINE = 0.35;

  /** A piece of at least this part of the highest one is a letter, accents and dots are not. */
  private static final double LETTER_PART = 0.5;

  /** Dirt beside the mark makes the judgement unsure when it has this part of its ink. */
  private static final double DIRT_PART = 0.3;

  /** Fewer letters give no base line. */
  private static final int LEAST_LETTERS = 2;

  /** A dot of fewer pixels has no shape. */
  private static final int LEAST_PIXELS = 9;

  private static final Pattern RUN_OF_MARKS = Pattern.compile("[.,]{3,}");
  private static final Pattern COMMA_AT_END = Pattern.compile(".*\\p{L}{2},", Pattern.DOTALL);
  private static final Pattern CAPITAL_AT_START =
      Pattern.compile("[\\p{Pi}\\p{Ps}\"'¿¡]*\\p{Lu}.*", Pattern.DOTALL);

  private SentenceStops() {}

  /** The blocks with full stops where ink and sentence say that the comma was one. */
  public static List<Block> judged(List<Block> blocks, PageInk ink) {
    List<Word> words = Block.words(blocks);
    List<Block> judged = new ArrayList<>();
    int index = 0;
    for (Block block : blocks) {
      List<Line> lines = new ArrayList<>();
      for (Line line : block.lines()) {
        List<Word> kept = new ArrayList<>();
        for (Word word : line.words()) {
          index++;
          Optional<Word> next =
              index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
          Word dotted = dotted(word);
          kept.add(next.map(following -> judged(dotted, following, ink)).orElse(dotted));
        }
        lines.add(new Line(kept));
      }
      judged.add(new Block(lines));
    }
    return judged;
  }

  /** Three marks or more in a row are dots, however many of them were read as commas. */
  private static Word dotted(Word word) {
    Matcher run = RUN_OF_MARKS.matcher(word.text());
    String text = run.replaceAll(marks -> ".".repeat(marks.group().length()));
    return text.equals(word.text()) ? word : word.putRight(text, word.confidence());
  }

  private static Word judged(Word word, Word next, PageInk ink) {
    boolean sentenceMayEnd =
        COMMA_AT_END.matcher(word.text()).matches()
            && CAPITAL_AT_START.matcher(next.text()).matches();
    if (!sentenceMayEnd || !endsWithDot(ink.of(word.box()))) {
      return word;
    }
    String text = word.text().substring(0, word.text().length() - 1) + ".";
    return word.putRight(text, word.confidence());
  }

  /** Whether the last mark of a word is certainly a dot on the base line. */
  static boolean endsWithDot(InkPatch patch) {
    List<InkPatch.Piece> pieces = patch.pieces();
    int highest = pieces.stream().mapToInt(piece -> piece.box().height()).max().orElse(0);
    List<InkPatch.Piece> letters =
        pieces.stream().filter(piece -> piece.box().height() >= LETTER_PART * highest).toList();
    if (letters.size() < LEAST_LETTERS) {
      return false;
    }
    double letterHeight = Median.upper(letters.stream().mapToDouble(piece -> piece.box().height()));
    double baseLine = Median.upper(letters.stream().mapToDouble(piece -> piece.box().bottom()));
    int end = letters.stream().mapToInt(letter -> letter.box().right()).max().orElseThrow();
    List<InkPatch.Piece> marks =
        pieces.stream()
            .filter(piece -> piece.box().x() >= end)
            .sorted(Comparator.comparingInt(InkPatch.Piece::pixels).reversed())
            .toList();
    boolean alone =
        marks.size() == 1
            || (marks.size() > 1 && marks.get(1).pixels() < DIRT_PART * marks.getFirst().pixels());
    return alone && isDot(marks.getFirst(), letterHeight, baseLine);
  }

  private static boolean isDot(InkPatch.Piece mark, double letterHeight, double baseLine) {
    Box box = mark.box();
    double filled = mark.pixels() / ((double) box.width() * box.height());
    return mark.pixels() >= LEAST_PIXELS
        && box.height() <= MOST_HEIGHT_TO_WIDTH * box.width()
        && box.width() <= MOST_WIDTH_TO_HEIGHT * box.height()
        && box.height() <= MOST_HEIGHT_TO_LETTER * letterHeight
        && filled >= LEAST_FILLED
        && box.y() < baseLine
        && box.bottom() > baseLine - MOST_BELOW_BASE_LINE * letterHeight
        && box.bottom() <= baseLine + MOST_BELOW_BASE_LINE * letterHeight;
  }
}
