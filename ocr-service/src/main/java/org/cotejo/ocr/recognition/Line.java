package org.cotejo.ocr.recognition;

import java.util.List;
import java.util.stream.Collectors;

/** A line of text: at least one word, in reading order. */
public record Line(List<Word> words) {
  public Line {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a line has at least one word");
    }
  }

  public Box box() {
    return Box.around(words.stream().map(Word::box).toList());
  }

  /** The words with single spaces between them. */
  public String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /** Mean over its words. */
  public double confidence() {
    return words.stream().mapToDouble(Word::confidence).average().orElse(0);
  }
}
