package org.cotejo.ocr.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rows of dots that were read as digits, quotation marks or letters: dots that lead to a number, or
 * with which a writer breaks off. A doubtful word becomes dots when all of its ink is dots of one
 * size, side by side on one line; in a row that has dots already, when none of its ink is as high
 * as a letter: dots that a smear joins are no longer of one size.
 */
public final class DotLeaders {
  /** Changes with any change of these rules. */
  public static final String VERSION = "2";

  /** What was read surely stays, whatever its ink looks like. */
  private static final double DOUBTFUL_BELOW = 0.85;

  /** In a row of dots. */
  private static final double DOUBTFUL_IN_ROW_BELOW = 0.6;

  private static final int LEAST_DOTS = 3;

  /** Words of dots that make a row of them. */
  private static final int LEAST_IN_ROW = 2;

  private static final Pattern DOTS = Pattern.compile("\\.{3,}");

  /** In heights of a word: the stop of a typewriter has a fifth. */
  private static final double HIGHEST = 0.33;

  /** A blurred one. */
  private static final double HIGHEST_OF_ALL = 0.4;

  /** So many of the pieces are clear dots. */
  private static final double LEAST_PART = 0.8;

  private static final double MOST_WIDTH_TO_HEIGHT = 1.6;
  private static final double MOST_HEIGHT_TO_WIDTH = 1.6;

  /** Against the usual dot of the row. */
  private static final double SMALLEST_PART = 0.4;

  private static final double LARGEST_PART = 2.5;

  /** Specks have less than this part of the usual dot's ink and count for nothing. */
  private static final double SPECK_PART = 0.2;

  /** How far the middle of a dot may lie above or below the row, in heights of a word. */
  private static final double UNEVEN = 0.25;

  /** Nothing was read: the shape says it. */
  private static final double CONFIDENCE = 0.9;

  private DotLeaders() {}

  /** The blocks with dots in place of words that are nothing else by their ink. */
  public static List<Block> dotted(List<Block> blocks, PageInk ink) {
    double wordHeight =
        Median.upper(Block.words(blocks).stream().mapToDouble(word -> word.box().height()));
    return Block.withLines(blocks, line -> dotted(line, wordHeight, ink));
  }

  private static Line dotted(Line line, double wordHeight, PageInk ink) {
    List<Word> words = line.words().stream().map(word -> dotted(word, wordHeight, ink)).toList();
    List<Word> dots = words.stream().filter(word -> DOTS.matcher(word.text()).matches()).toList();
    if (dots.size() < LEAST_IN_ROW) {
      return new Line(words);
    }
    double pitch =
        Median.upper(
            dots.stream().mapToDouble(word -> (double) word.box().width() / word.text().length()));
    return new Line(words.stream().map(word -> dottedInRow(word, pitch, wordHeight, ink)).toList());
  }

  private static Word dottedInRow(Word word, double pitch, double wordHeight, PageInk ink) {
    if (word.confidence() >= DOUBTFUL_IN_ROW_BELOW || DOTS.matcher(word.text()).matches()) {
      return word;
    }
    InkPatch patch = ink.of(word.box());
    double scale = (double) word.box().width() / patch.widthPixels();
    boolean low =
        patch.pieces().stream()
            .allMatch(piece -> scale * piece.box().height() <= HIGHEST_OF_ALL * wordHeight);
    int count = Math.max(1, (int) Math.round(word.box().width() / pitch));
    return low ? word.putRight(".".repeat(count), CONFIDENCE) : word;
  }

  private static Word dotted(Word word, double wordHeight, PageInk ink) {
    if (word.confidence() >= DOUBTFUL_BELOW || word.box().width() < wordHeight / 2) {
      return word;
    }
    return dots(ink.of(word.box()), wordHeight / word.box().height())
        .map(count -> word.putRight(".".repeat(count), CONFIDENCE))
        .orElse(word);
  }

  /**
   * How many dots a patch holds; empty when it holds anything else.
   *
   * @param heights of the patch's word that are one of the page's
   */
  private static Optional<Integer> dots(InkPatch patch, double heights) {
    double wordHeight = heights * patch.wordHeightPixels();
    List<InkPatch.Piece> all = patch.pieces();
    double usual = Median.upper(all.stream().mapToDouble(InkPatch.Piece::pixels));
    List<InkPatch.Piece> pieces =
        all.stream()
            .filter(piece -> piece.pixels() >= SPECK_PART * usual)
            .sorted(Comparator.comparingInt(piece -> piece.box().x()))
            .toList();
    if (pieces.size() < LEAST_DOTS) {
      return Optional.empty();
    }
    double middle = Median.upper(pieces.stream().mapToDouble(piece -> middle(piece.box())));
    long dots =
        pieces.stream()
            .filter(piece -> isDot(piece.box(), wordHeight))
            .filter(piece -> piece.pixels() >= SMALLEST_PART * usual)
            .filter(piece -> piece.pixels() <= LARGEST_PART * usual)
            .count();
    boolean level =
        pieces.stream()
            .map(InkPatch.Piece::box)
            .allMatch(
                box ->
                    box.height() <= HIGHEST_OF_ALL * wordHeight
                        && Math.abs(middle(box) - middle) <= UNEVEN * wordHeight);
    boolean alike = level && dots >= LEAST_PART * pieces.size();
    return alike && areApart(pieces) ? Optional.of(pieces.size()) : Optional.empty();
  }

  private static boolean isDot(Box box, double wordHeight) {
    return box.height() <= HIGHEST * wordHeight
        && box.width() <= MOST_WIDTH_TO_HEIGHT * box.height()
        && box.height() <= MOST_HEIGHT_TO_WIDTH * box.width();
  }

  private static boolean areApart(List<InkPatch.Piece> pieces) {
    for (int at = 1; at < pieces.size(); at++) {
      if (pieces.get(at).box().x() < pieces.get(at - 1).box().right()) {
        return false;
      }
    }
    return true;
  }

  private static double middle(Box box) {
    return box.y() + box.height() / 2.0;
  }
}
