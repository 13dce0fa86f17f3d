package org.cotejo.translation.alignment;

/**
 * How segments of one side end and begin, in classes of punctuation and case.
 *
 * <p>A class of an end is the last mark of the segment and whether a quotation or bracket closes
 * after it, one of the start is the case of its first letter or the dash or quotation before it.
 */
final class Boundaries {
  /** How many classes of ends there are. */
  static final int ENDS = 16;

  private static final int STARTS = 4;

  /** How many classes of an end and the start after it there are. */
  static final int CLASSES = ENDS * STARTS;

  private static final String CLOSERS = "\"'\u201d\u2019\u00bb\u201c\u2018)]";
  private static final String OPENERS = "\"'\u201c\u2018\u00ab\u201e\u00bf\u00a1([-\u2013\u2014";
  private static final String[] MARKS = {".", "!?", ":", ";", ",", "-\u2013\u2014\u2026"};

  private Boundaries() {}

  /** The class of a segment's end. */
  static int end(String text) {
    int at = text.length() - 1;
    boolean closed = false;
    while (at >= 0
        && (Character.isWhitespace(text.charAt(at)) || CLOSERS.indexOf(text.charAt(at)) >= 0)) {
      closed |= !Character.isWhitespace(text.charAt(at));
      at--;
    }
    int mark = 0;
    for (int k = 0; k < MARKS.length && at >= 0; k++) {
      if (MARKS[k].indexOf(text.charAt(at)) >= 0) {
        mark = k + 1;
      }
    }
    return mark * 2 + (closed ? 1 : 0);
  }

  /** The class of the boundary between a segment that ends so and the next. */
  static int between(int end, String next) {
    int at = 0;
    boolean opened = false;
    while (at < next.length() && !Character.isLetterOrDigit(next.charAt(at))) {
      opened |= OPENERS.indexOf(next.charAt(at)) >= 0;
      at++;
    }
    int start = opened ? 1 : 0;
    if (!opened && at < next.length()) {
      start = Character.isLowerCase(next.charAt(at)) ? 2 : 3;
    }
    return end * STARTS + start;
  }
}
