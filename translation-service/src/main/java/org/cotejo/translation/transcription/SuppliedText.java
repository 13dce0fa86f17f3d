package org.cotejo.translation.transcription;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A transcription as a person wrote it.
 *
 * @param words in reading order
 * @param pageStarts for each page that the text marks, the index of its first word; empty when it
 *     marks none
 */
public record SuppliedText(List<SuppliedWord> words, NavigableMap<Integer, Integer> pageStarts) {
  public SuppliedText {
    words = List.copyOf(words);
    pageStarts = Collections.unmodifiableNavigableMap(new TreeMap<>(pageStarts));
    int before = 0;
    for (int start : pageStarts.values()) {
      if (start < before || start > words.size()) {
        throw new IllegalArgumentException("pages begin in the order of their numbers");
      }
      before = start;
    }
  }

  /** Whether every word stands on a marked page, and every marked page is there. */
  boolean marks(int pageCount) {
    return !pageStarts.isEmpty()
        && pageStarts.firstKey() >= 1
        && pageStarts.lastKey() <= pageCount
        && pageStarts.firstEntry().getValue() == 0;
  }

  /** The words of a marked page. */
  List<SuppliedWord> wordsOf(int page) {
    Integer start = pageStarts.get(page);
    if (start == null) {
      return List.of();
    }
    Map.Entry<Integer, Integer> next = pageStarts.higherEntry(page);
    return words.subList(start, next == null ? words.size() : next.getValue());
  }
}
