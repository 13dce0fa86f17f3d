package org.cotejo.translation.collation;

/**
 * Words of the original that stand for words of the translation.
 *
 * @param kind what they are
 * @param source offsets in the text of the original
 * @param target offsets in the text of the translation
 * @param confidence 0 to 1
 */
public record WordLink(Kind kind, Span source, Span target, double confidence) {

  /** What is linked, the surest first. */
  public enum Kind {
    DATE,
    NUMBER,
    NAME,
    WORD
  }

  /**
   * A stretch of a text.
   *
   * @param start offset of its first character, UTF-16 code units
   * @param end offset after its last character
   */
  public record Span(int start, int end) {
    public Span {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("no words from " + start + " to " + end);
      }
    }

    boolean meets(Span other) {
      return start < other.end && other.start < end;
    }
  }
}
