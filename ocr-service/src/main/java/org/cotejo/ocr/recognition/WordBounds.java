package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where words begin and end at punctuation. Printers set little white after the dots with which a
 * writer breaks off and before a question mark, so that the recogniser takes two words for one, or
 * a mark for a word.
 *
 * <p>A word with three dots or more inside ends after them, and dots before a word are no part of
 * it unless a line begins with them. A mark that stands apart belongs to the word before (an
 * opening one to the word after) where less white is between them than between the words of its
 * line; a space that was typed is as wide as any other and stays.
 */
public final class WordBounds {
  /** Changes with any change of these rules. */
  public static final String VERSION = "1";

  private static final Pattern DOTS_INSIDE =
      Pattern.compile("(?:^|[^.])\\.{3,}(?=[\\p{L}\\p{N}¿¡\\p{Pi}\\p{Ps}])");

  private static final Pattern CLOSING = Pattern.compile("[,;:!?\\p{Pf}\\p{Pe}]{1,3}|\\.+");
  private static final Pattern OPENING = Pattern.compile("[¿¡\\p{Pi}\\p{Ps}]{1,2}");
  private static final Pattern WORD_AT_END =
      Pattern.compile(".*[\\p{L}\\p{N}!?.,;:]", Pattern.DOTALL);
  private static final Pattern LETTER_AT_START =
      Pattern.compile("[\\p{L}\\p{N}].*", Pattern.DOTALL);

  /** Against the usual white between the words of the line. */
  private static final double SMALL_GAP = 0.9;

  /** Fewer gaps do not say what is usual. */
  private static final int LEAST_GAPS = 3;

  /** The height of a dot against that of its word. */
  private static final double DOT_HEIGHT = 0.33;

  private WordBounds() {}

  /** The blocks with words that begin and end where they do by their punctuation. */
  public static List<Block> set(List<Block> blocks, PageInk ink) {
    return Block.withLines(blocks, line -> set(line, ink));
  }

  private static Line set(Line line, PageInk ink) {
    double smallGap = SMALL_GAP * usualGap(line.words());
    List<Word> cut = new ArrayList<>();
    for (Word word : line.words()) {
      cut.addAll(cut.isEmpty() && word.text().startsWith(".") ? List.of(word) : parts(word, ink));
    }
    List<Word> joined = new ArrayList<>();
    for (Word word : cut) {
      boolean belongs =
          !joined.isEmpty()
              && word.box().x() - joined.getLast().box().right() < smallGap
              && belong(joined.getLast().text(), word.text());
      joined.add(belongs ? together(joined.removeLast(), word) : word);
    }
    return new Line(joined);
  }

  private static boolean belong(String left, String right) {
    return (CLOSING.matcher(right).matches() && WORD_AT_END.matcher(left).matches())
        || (OPENING.matcher(left).matches() && LETTER_AT_START.matcher(right).matches());
  }

  /** 0 where there are too few to tell. */
  private static double usualGap(List<Word> words) {
    List<Double> gaps = new ArrayList<>();
    for (int at = 1; at < words.size(); at++) {
      gaps.add((double) words.get(at).box().x() - words.get(at - 1).box().right());
    }
    return gaps.size() < LEAST_GAPS ? 0 : Median.upper(gaps.stream().mapToDouble(gap -> gap));
  }

  private static Word together(Word left, Word right) {
    int leftLength = left.text().length();
    int rightLength = right.text().length();
    double confidence =
        (left.confidence() * leftLength + right.confidence() * rightLength)
            / (leftLength + rightLength);
    return new Word(
        left.text() + right.text(),
        Box.around(List.of(left.box(), right.box())),
        confidence,
        left.read() + " " + right.read());
  }

  /** A word cut after each run of dots inside it. */
  private static List<Word> parts(Word word, PageInk ink) {
    Matcher dots = DOTS_INSIDE.matcher(word.text());
    List<Integer> ends = new ArrayList<>();
    while (dots.find()) {
      ends.add(dots.end());
    }
    if (ends.isEmpty() || word.box().width() <= word.text().length()) {
      return List.of(word);
    }
    List<Integer> edges = edges(word, ends, ink);
    List<Word> parts = new ArrayList<>();
    int from = 0;
    int left = word.box().x();
    for (int at = 0; at <= ends.size(); at++) {
      int to = at < ends.size() ? ends.get(at) : word.text().length();
      int right = at < ends.size() ? edges.get(at) : word.box().right();
      Box box = new Box(left, word.box().y(), right - left, word.box().height());
      parts.add(new Word(word.text().substring(from, to), box, word.confidence(), word.read()));
      from = to;
      left = right;
    }
    return parts;
  }

  /** Where the dots end on the page: behind the last of them, or by their place in the text. */
  private static List<Integer> edges(Word word, List<Integer> ends, PageInk ink) {
    List<Integer> edges = new ArrayList<>();
    double character = (double) word.box().width() / word.text().length();
    InkPatch patch = ink.of(word.box());
    double scale = (double) word.box().width() / patch.widthPixels();
    int least = word.box().x() + 1;
    for (int at = 0; at < ends.size(); at++) {
      double guess = ends.get(at) * character;
      int left = word.box().x();
      int edge =
          left
              + lastDot(patch, guess / scale, 2 * character / scale).stream()
                  .map(pixel -> (int) Math.ceil(pixel * scale))
                  .findFirst()
                  .orElse((int) Math.round(guess));
      int most = word.box().right() - (ends.size() - at);
      edges.add(Math.clamp(edge, least, Math.max(least, most)));
      least = edges.getLast() + 1;
    }
    return edges;
  }

  /** Right edge of the last dot that stands near a place, where a letter follows it. */
  private static OptionalInt lastDot(InkPatch patch, double guess, double room) {
    List<Box> pieces =
        patch.pieces().stream()
            .map(InkPatch.Piece::box)
            .sorted(Comparator.comparingInt(Box::x))
            .toList();
    double dot = DOT_HEIGHT * patch.wordHeightPixels();
    OptionalInt found = OptionalInt.empty();
    double nearest = room;
    for (int at = 0; at + 1 < pieces.size(); at++) {
      Box piece = pieces.get(at);
      boolean last = piece.height() <= dot && pieces.get(at + 1).height() > dot;
      double away = Math.abs(piece.right() - guess);
      if (last && low(piece, patch) && away < nearest) {
        nearest = away;
        found = OptionalInt.of(piece.right());
      }
    }
    return found;
  }

  /** Accents and the dots of letters stand in the upper half. */
  private static boolean low(Box piece, InkPatch patch) {
    return piece.y() > patch.heightPixels() / 2;
  }
}
