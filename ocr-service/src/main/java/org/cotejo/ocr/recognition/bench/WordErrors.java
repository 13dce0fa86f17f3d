package org.cotejo.ocr.recognition.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Edit distance over words, each word one symbol. */
final class WordErrors {
  private WordErrors() {}

  /** Errors of texts whose words are parted by single spaces. */
  static Errors of(String truth, String read) {
    Map<String, Integer> symbols = new HashMap<>();
    int[] expected = symbols(truth, symbols);
    return new Errors(Distance.between(expected, symbols(read, symbols)), expected.length);
  }

  private static int[] symbols(String text, Map<String, Integer> known) {
    return Stream.of(text.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .mapToInt(word -> known.computeIfAbsent(word, _ -> known.size()))
        .toArray();
  }
}
