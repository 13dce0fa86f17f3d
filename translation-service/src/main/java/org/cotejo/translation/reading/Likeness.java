package org.cotejo.translation.reading;

/** How alike two spellings are: one less their edit distance over the longer length. */
public final class Likeness {
  private Likeness() {}

  /** 1 for the same, 0 for nothing in common (Levenshtein 1966, normalised). */
  public static double of(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    return longer == 0 ? 1 : 1 - distance(one, other) / (double) longer;
  }

  /**
   * Edit distance.
   *
   * @return number of characters put in, left out or changed
   */
  public static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
