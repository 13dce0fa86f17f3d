package org.cotejo.search.retrieval;

/** How far two spellings lie apart. */
public final class Spelling {
  private Spelling() {}

  /**
   * Edits that turn one text into the other: a letter put in, left out, changed, or two neighbours
   * swapped (optimal string alignment). Takes time in proportion to the product of the lengths.
   */
  public static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      last[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      row[0] = line;
      for (int column = 1; column <= other.length(); column++) {
        boolean same = one.charAt(line - 1) == other.charAt(column - 1);
        int least = Math.min(last[column], row[column - 1]) + 1;
        least = Math.min(least, last[column - 1] + (same ? 0 : 1));
        if (line > 1
            && column > 1
            && one.charAt(line - 1) == other.charAt(column - 2)
            && one.charAt(line - 2) == other.charAt(column - 1)) {
          least = Math.min(least, before[column - 2] + 1);
        }
        row[column] = least;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }
}
