package org.cotejo.acceptance;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How far two texts are apart. */
final class Likeness {

  private Likeness() {}

  /** 1 for the same letters and digits in the same order, 0 for nothing in common. */
  static double of(String one, String other) {
    String left = folded(one);
    String right = folded(other);
    int longest = Math.max(left.length(), right.length());
    return longest == 0 ? 1 : 1 - (double) distance(left, right) / longest;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[^\\p{L}\\p{Nd}]", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Character errors of the best-matching read line for each typed line, over all typed characters.
   */
  static double characterErrorRate(List<String> typed, List<String> read) {
    int errors = 0;
    int characters = 0;
    for (String line : typed) {
      int best = line.length();
      for (String candidate : read) {
        best = Math.min(best, distance(plain(line), plain(candidate)));
      }
      errors += best;
      characters += line.length();
    }
    return (double) errors / characters;
  }

  private static String plain(String line) {
    return Normalizer.normalize(line, Normalizer.Form.NFC)
        .replaceAll("[“”„«»]", "\"")
        .replaceAll("[‘’]", "'")
        .replaceAll("[–—]", "-")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Levenshtein's distance in code units, one row at a time. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int substitution = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(substitution, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
