package org.cotejo.translation.anchoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each five letters of a text stand, to find what is like a pattern without reading it all.
 */
final class GramIndex {
  private static final int LENGTH = 5;

  /** More frequent letters tell nothing of a place. */
  private static final int GREATEST_FREQUENCY = 200;

  /** Diagonals this close count as one: letters are lost and put in between. */
  private static final int BUCKET = 16;

  private final long[] grams;

  GramIndex(String text) {
    grams = new long[Math.max(0, text.length() - LENGTH + 1)];
    for (int at = 0; at < grams.length; at++) {
      grams[at] = ((long) hash(text, at) << Integer.SIZE) | at;
    }
    Arrays.sort(grams);
  }

  /** Where a pattern may begin in the text, the likeliest first. */
  List<Integer> beginnings(String pattern, int most) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (int offset = 0; offset + LENGTH <= pattern.length(); offset++) {
      int hash = hash(pattern, offset);
      int first = firstOf(hash);
      int end = first;
      while (end < grams.length && end - first <= GREATEST_FREQUENCY && hashAt(end) == hash) {
        end++;
      }
      for (int k = first; k < end && end - first <= GREATEST_FREQUENCY; k++) {
        votes.merge(Math.floorDiv((int) grams[k] - offset, BUCKET), 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(entry -> entry.getKey() * BUCKET)
        .toList();
  }

  private int hashAt(int index) {
    return (int) (grams[index] >> Integer.SIZE);
  }

  private int firstOf(int hash) {
    int at = Arrays.binarySearch(grams, (long) hash << Integer.SIZE);
    return at < 0 ? -at - 1 : at;
  }

  private static int hash(String text, int from) {
    int hash = 0;
    for (int at = from; at < from + LENGTH; at++) {
      hash = hash * 31 + text.charAt(at);
    }
    return hash;
  }
}
