package org.cotejo.translation.bitext;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.translation.alignment.WordFamilies;
import org.cotejo.translation.segmentation.EditorialAnnotation;

/** Which round brackets of a linked translation are those of its original. */
final class RoundBrackets {
  /** As many brackets as possible are brought together: one more outweighs any likeness of two. */
  private static final double TOGETHER = 3;

  private RoundBrackets() {}

  /**
   * The brackets of a translation that its original has too: as many as can be brought together in
   * order, and of several ways the one whose contents are most alike in words and length.
   *
   * @param own brackets of the original's side of a link, in order
   * @param others brackets of the translation's side, in order
   */
  static List<EditorialAnnotation> kept(
      String original,
      List<EditorialAnnotation> own,
      String translation,
      List<EditorialAnnotation> others) {
    double[][] best = new double[own.size() + 1][others.size() + 1];
    for (int i = own.size() - 1; i >= 0; i--) {
      for (int j = others.size() - 1; j >= 0; j--) {
        double pair = pair(original, own.get(i), translation, others.get(j));
        best[i][j] = Math.max(pair + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    List<EditorialAnnotation> kept = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < own.size() && j < others.size()) {
      double pair = pair(original, own.get(i), translation, others.get(j));
      if (best[i][j] == pair + best[i + 1][j + 1]) {
        kept.add(others.get(j++));
        i++;
      } else if (best[i][j] == best[i][j + 1]) {
        j++;
      } else {
        i++;
      }
    }
    return kept;
  }

  private static double pair(
      String original, EditorialAnnotation own, String translation, EditorialAnnotation other) {
    String one = original.substring(own.start(), own.end());
    String two = translation.substring(other.start(), other.end());
    double lengths =
        (double) Math.min(one.length(), two.length()) / Math.max(one.length(), two.length());
    Set<String> words = new HashSet<>(WordFamilies.of(one));
    Set<String> theirs = new HashSet<>(WordFamilies.of(two));
    int all = Math.min(words.size(), theirs.size());
    words.retainAll(theirs);
    return TOGETHER + lengths + (all == 0 ? 0 : (double) words.size() / all);
  }
}
