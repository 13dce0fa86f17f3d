package org.cotejo.translation.anchoring;

import org.cotejo.translation.reading.Likeness;

/**
 * Words of a text and what stands around them, all folded.
 *
 * @param before the last letters before the words
 * @param words themselves; none for no place at all
 * @param after the first letters after the words
 */
public record Excerpt(String before, String words, String after) {
  /** So many letters on each side tell places apart that have the same words. */
  static final int CONTEXT = 40;

  /** Words longer than this are compared by their beginning. */
  private static final int GREATEST_COMPARED = 400;

  /** Below this a reading error and another word cannot be told apart. */
  private static final int SHORT = 20;

  /** How much the words count where they are short; the rest is what stands around them. */
  private static final double SHARE_OF_SHORT_WORDS = .2;

  // Stops and spaces are dropped, so more raw characters are folded than are kept.
  private static final int RAW_CONTEXT = 4 * CONTEXT;

  /** No place. */
  public static Excerpt none() {
    return new Excerpt("", "", "");
  }

  /** The words at a place of a text. */
  public static Excerpt of(String text, int start, int end) {
    String before = FoldedText.fold(text.substring(Math.max(0, start - RAW_CONTEXT), start));
    String after = FoldedText.fold(text.substring(end, Math.min(text.length(), end + RAW_CONTEXT)));
    return new Excerpt(
        before.substring(Math.max(0, before.length() - CONTEXT)),
        FoldedText.fold(text.substring(start, end)),
        after.substring(0, Math.min(after.length(), CONTEXT)));
  }

  /** Whether there are no words. */
  public boolean isNowhere() {
    return words.isEmpty();
  }

  /** Whether the words are too few for a reading error in them to be forgiven. */
  public boolean isShort() {
    return words.length() < SHORT;
  }

  /**
   * How likely it is that both are the same place, 0 to 1.
   *
   * <p>Short words must be equal, and what stands around them decides. Of longer ones the shorter
   * must stand in the longer, more or less: a passage may have been cut otherwise.
   */
  public double likeness(Excerpt other) {
    if (isShort() && other.isShort()) {
      return words.equals(other.words)
          ? SHARE_OF_SHORT_WORDS + (1 - SHARE_OF_SHORT_WORDS) * context(other)
          : 0;
    }
    return words.equals(other.words) ? 1 : inside(compared(words), compared(other.words));
  }

  /** How alike the surroundings are, 0 to 1. */
  public double context(Excerpt other) {
    return (Likeness.of(before, other.before) + Likeness.of(after, other.after)) / 2;
  }

  private static String compared(String words) {
    return words.substring(0, Math.min(words.length(), GREATEST_COMPARED));
  }

  /** The share of the shorter that some stretch of the longer repeats (Sellers 1980). */
  private static double inside(String one, String other) {
    String part = one.length() <= other.length() ? one : other;
    String whole = one.length() <= other.length() ? other : one;
    int[] column = new int[part.length() + 1];
    for (int i = 0; i < column.length; i++) {
      column[i] = i;
    }
    int least = part.length();
    for (int j = 0; j < whole.length(); j++) {
      int diagonal = 0;
      for (int i = 1; i < column.length; i++) {
        int change = diagonal + (part.charAt(i - 1) == whole.charAt(j) ? 0 : 1);
        diagonal = column[i];
        column[i] = Math.min(change, Math.min(column[i], column[i - 1]) + 1);
      }
      least = Math.min(least, column[part.length()]);
    }
    return part.isEmpty() ? 0 : 1 - least / (double) part.length();
  }
}
