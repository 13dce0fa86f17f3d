package org.cotejo.ocr.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A lexicon as judge between two readings of a page: a doubtful word that it does not know gives
 * way to one that it knows, read at the same place and not much less surely. Nothing is written
 * that neither reading has, and figures are left alone.
 */
public final class JudgedWords {
  /** Changes with any change of these rules. */
  public static final String VERSION = "1";

  private static final double DOUBTFUL_BELOW = 0.93;
  private static final double LEAST_CONFIDENCE = 0.3;

  /** The lexicon counts for so much. */
  private static final double LESS_SURE = 0.4;

  private static final int LEAST_LETTERS = 3;

  /** Of the two boxes together. */
  private static final double SAME_PLACE = 0.5;

  private final Predicate<String> lexicon;
  private final List<Word> others;

  private JudgedWords(Predicate<String> lexicon, List<Word> others) {
    this.lexicon = lexicon;
    this.others = others;
  }

  /**
   * The blocks with words of another reading where the lexicon is for them.
   *
   * @param lexicon whether a word without marks before and after it is known
   */
  public static List<Block> judged(
      List<Block> blocks, List<Block> another, Predicate<String> lexicon) {
    JudgedWords judge = new JudgedWords(lexicon, Block.words(another));
    return Block.withLines(
        blocks, line -> new Line(line.words().stream().map(judge::judged).toList()));
  }

  private Word judged(Word word) {
    boolean stays =
        word.confidence() >= DOUBTFUL_BELOW
            || hasDigit(word.text())
            || bare(word.text()).length() < LEAST_LETTERS
            || isKnown(word.text());
    if (stays) {
      return word;
    }
    Optional<Word> better =
        others.stream()
            .filter(
                other ->
                    other.confidence() >= Math.max(LEAST_CONFIDENCE, word.confidence() - LESS_SURE))
            .filter(other -> samePlace(word.box(), other.box()))
            .filter(other -> !hasDigit(other.text()) && isKnown(other.text()))
            .findFirst();
    return better.map(other -> word.putRight(other.text(), other.confidence())).orElse(word);
  }

  private boolean isKnown(String text) {
    String bare = bare(text);
    return bare.length() >= LEAST_LETTERS
        && (lexicon.test(bare) || lexicon.test(bare.toLowerCase(Locale.ROOT)));
  }

  private static String bare(String text) {
    return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
  }

  private static boolean hasDigit(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }

  private static boolean samePlace(Box one, Box other) {
    double width = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
    double height = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
    Box around = Box.around(List.of(one, other));
    return width > 0
        && height > 0
        && width * height >= SAME_PLACE * around.width() * (double) around.height();
  }
}
