package org.cotejo.ocr.recognition.bench;

/** Edit distance: insertions, deletions and substitutions at cost 1 each (Levenshtein 1966). */
final class Distance {
  private Distance() {}

  /** The least number of edits that make one sequence of symbols the other. */
  static int between(int[] one, int[] other) {
    int[] above = new int[other.length + 1];
    int[] row = new int[other.length + 1];
    for (int column = 0; column <= other.length; column++) {
      above[column] = column;
    }
    for (int at = 1; at <= one.length; at++) {
      row[0] = at;
      for (int column = 1; column <= other.length; column++) {
        int substituted = above[column - 1] + (one[at - 1] == other[column - 1] ? 0 : 1);
        row[column] = Math.min(substituted, 1 + Math.min(above[column], row[column - 1]));
      }
      int[] done = above;
      above = row;
      row = done;
    }
    return above[other.length];
  }
}
