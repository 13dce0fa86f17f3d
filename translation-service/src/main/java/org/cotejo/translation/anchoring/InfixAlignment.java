package org.cotejo.translation.anchoring;

/**
 * The stretch of a text that a pattern is most like, letter by letter (Sellers 1980).
 *
 * <p>Time and memory are the product of both lengths.
 */
final class InfixAlignment {
  private static final byte CHANGE = 0;
  private static final byte LEFT_OUT = 1;
  private static final byte PUT_IN = 2;

  private final String pattern;
  private final String text;
  private final byte[] steps;
  private final int width;
  private final int end;

  InfixAlignment(String pattern, String text) {
    this.pattern = pattern;
    this.text = text;
    width = text.length() + 1;
    steps = new byte[(pattern.length() + 1) * width];
    int[] row = new int[width];
    for (int i = 1; i <= pattern.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      steps[i * width] = LEFT_OUT;
      for (int j = 1; j < width; j++) {
        int change = diagonal + (pattern.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        int leftOut = row[j] + 1;
        int putIn = row[j - 1] + 1;
        row[j] = Math.min(change, Math.min(leftOut, putIn));
        steps[i * width + j] = row[j] == change ? CHANGE : row[j] == leftOut ? LEFT_OUT : PUT_IN;
      }
    }
    int best = 0;
    for (int j = 1; j < width; j++) {
      best = row[j] < row[best] ? j : best;
    }
    end = best;
  }

  /**
   * A part of the pattern in the text.
   *
   * @param start of its first letter in the text
   * @param end after its last letter
   * @param faults letters of the part that are changed, left out or put in
   * @param faultsAround the same of the rest of the pattern
   */
  record Part(int start, int end, int faults, int faultsAround) {}

  /** Where the letters of the pattern from one to another stand. */
  Part part(int from, int to) {
    int faults = 0;
    int around = 0;
    int partStart = end;
    int partEnd = end;
    int j = end;
    for (int i = pattern.length(); i > 0; ) {
      byte step = steps[i * width + j];
      boolean inside = i > from && i <= to;
      boolean fault = step != CHANGE || pattern.charAt(i - 1) != text.charAt(j - 1);
      if (i == to && step != PUT_IN) {
        partEnd = j;
      }
      if (fault) {
        faults += inside ? 1 : 0;
        around += inside ? 0 : 1;
      }
      i -= step == PUT_IN ? 0 : 1;
      j -= step == LEFT_OUT ? 0 : 1;
      if (i == from && step != PUT_IN) {
        partStart = j;
      }
    }
    return new Part(partStart, Math.max(partStart, partEnd), faults, around);
  }
}
