package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The word families of one side, numbered in the order of their first occurrence.
 *
 * <p>A family is a prefix of four to six letters, depending on the word's length: a cheap stem that
 * works alike in every inflecting language with affixes at the end. Numbers and short words are
 * families of their own.
 */
final class Vocabulary {
  private static final int SHORT_WORD_LENGTH = 4;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> firstForms = new ArrayList<>();

  int numberOf(String word) {
    return numbers.computeIfAbsent(
        family(word),
        key -> {
          firstForms.add(word);
          return firstForms.size() - 1;
        });
  }

  /** The number of a word's family; -1 when there is none. */
  int find(String word) {
    return findFamily(family(word));
  }

  /** The number of a family; -1 when no word of it occurred. */
  int findFamily(String family) {
    return numbers.getOrDefault(family, -1);
  }

  int size() {
    return firstForms.size();
  }

  /** The full form in which a family occurred first. */
  String form(int number) {
    return firstForms.get(number);
  }

  static String family(String word) {
    int length = word.length();
    if (length <= SHORT_WORD_LENGTH || Character.isDigit(word.charAt(0))) {
      return word;
    }
    if (length <= 6) {
      return word.substring(0, 4);
    }
    return word.substring(0, length <= 8 ? 5 : 6);
  }
}
